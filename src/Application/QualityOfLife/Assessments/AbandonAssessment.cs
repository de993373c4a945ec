using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.QualityOfLife.Assessments;

/// <summary>Gives an assessment up: its answers stay readable and no longer count.</summary>
/// <param name="At">What the device's clock said; now when not said.</param>
public sealed record AbandonAssessmentCommand(Guid ServiceUserId, Guid AssessmentId, DateTimeOffset? At) : ICommand<AnswersReceipt>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.QualityOfLife, AccessLevel.Contribute);
}

internal sealed class AbandonAssessmentValidator : AbstractValidator<AbandonAssessmentCommand>
{
    public AbandonAssessmentValidator() =>
        RuleFor(command => command.At).GreaterThanOrEqualTo(FactTime.Earliest).When(command => command.At is not null).Because(FactErrors.ClockNotSet);
}

internal sealed class AbandonAssessmentHandler(IQualityOfLifeDb db, Caller caller, TimeProvider time) : IRequestHandler<AbandonAssessmentCommand, AnswersReceipt>
{
    public async Task<AnswersReceipt> Handle(AbandonAssessmentCommand command, CancellationToken cancellationToken)
    {
        var assessment = await db.HoldAsync(command.ServiceUserId, command.AssessmentId, cancellationToken) ?? throw new NotFound();
        caller.RequireVoiceIn(assessment);
        await db.Answers
            .Where(answer => answer.ServiceUserId == command.ServiceUserId && answer.AssessmentId == command.AssessmentId && answer.SupersededAt == null)
            .LoadAsync(cancellationToken);
        var now = time.GetUtcNow();
        assessment.Abandon(command.At ?? now, now);
        await db.SaveChangesAsync(cancellationToken);
        return AnswersReceipt.Of(assessment, []);
    }
}
