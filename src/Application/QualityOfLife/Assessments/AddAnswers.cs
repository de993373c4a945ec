using Barometre.Application.QualityOfLife.Instruments;
using Barometre.Application.Shared;
using Barometre.Domain.QualityOfLife;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.QualityOfLife.Assessments;

/// <summary>Adds answers to an assessment: more themes, corrections, answers taken back. Sent again, one effect; in whatever order they arrive, the same result.</summary>
public sealed record AddAnswersCommand(Guid ServiceUserId, Guid AssessmentId, IReadOnlyList<GivenAnswer> Answers) : ICommand<AnswersReceipt>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.QualityOfLife, AccessLevel.Contribute);
}

internal sealed class AddAnswersValidator : AbstractValidator<AddAnswersCommand>
{
    public AddAnswersValidator()
    {
        RuleFor(command => command.Answers).NotEmpty().Must(answers => answers.Count <= GivenAnswerValidator.MostAtOnce);
        RuleForEach(command => command.Answers).SetValidator(new GivenAnswerValidator());
    }
}

internal sealed class AddAnswersHandler(IQualityOfLifeDb db, ThemeCatalogue catalogue, Caller caller, TimeProvider time) : IRequestHandler<AddAnswersCommand, AnswersReceipt>
{
    public async Task<AnswersReceipt> Handle(AddAnswersCommand command, CancellationToken cancellationToken)
    {
        var assessment = await db.HoldAsync(command.ServiceUserId, command.AssessmentId, command.Answers, cancellationToken);
        caller.RequireVoiceIn(assessment);
        await catalogue.CheckAsync(assessment, command.Answers, cancellationToken);
        assessment.Record(command.Answers, caller.Author(), time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return AnswersReceipt.Of(assessment, command.Answers);
    }
}
