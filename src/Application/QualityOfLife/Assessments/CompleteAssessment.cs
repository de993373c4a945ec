using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.QualityOfLife.Assessments;

/// <summary>Says that an assessment is finished, however many themes it holds; later answers are corrections.</summary>
/// <param name="At">What the device's clock said; now when not said.</param>
public sealed record CompleteAssessmentCommand(Guid ServiceUserId, Guid AssessmentId, DateTimeOffset? At) : ICommand<AnswersReceipt>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.QualityOfLife, AccessLevel.Contribute);
}

internal sealed class CompleteAssessmentValidator : AbstractValidator<CompleteAssessmentCommand>
{
    public CompleteAssessmentValidator() =>
        RuleFor(command => command.At).GreaterThanOrEqualTo(FactTime.Earliest).When(command => command.At is not null).Because(FactErrors.ClockNotSet);
}

internal sealed class CompleteAssessmentHandler(IQualityOfLifeDb db, Caller caller, TimeProvider time) : IRequestHandler<CompleteAssessmentCommand, AnswersReceipt>
{
    public async Task<AnswersReceipt> Handle(CompleteAssessmentCommand command, CancellationToken cancellationToken)
    {
        var assessment = await db.HoldAsync(command.ServiceUserId, command.AssessmentId, cancellationToken) ?? throw new NotFound();
        caller.RequireVoiceIn(assessment);
        var now = time.GetUtcNow();
        assessment.Complete(command.At ?? now, now);
        await db.SaveChangesAsync(cancellationToken);
        return AnswersReceipt.Of(assessment, []);
    }
}
