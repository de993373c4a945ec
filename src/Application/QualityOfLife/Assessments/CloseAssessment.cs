using Barometre.Application.Shared;
using Barometre.Domain.QualityOfLife;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.QualityOfLife.Assessments;

/// <summary>Says that an assessment is finished, however many themes it holds; later answers are corrections.</summary>
/// <param name="At">What the device's clock said; now when not said.</param>
public sealed record CompleteAssessmentCommand(Guid ServiceUserId, Guid AssessmentId, DateTimeOffset? At) : ICommand<AnswersReceipt>, IClosing
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.QualityOfLife, AccessLevel.Contribute);
}

/// <summary>Gives an assessment up: its answers stay readable and no longer count.</summary>
/// <param name="At">What the device's clock said; now when not said.</param>
public sealed record AbandonAssessmentCommand(Guid ServiceUserId, Guid AssessmentId, DateTimeOffset? At) : ICommand<AnswersReceipt>, IClosing
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.QualityOfLife, AccessLevel.Contribute);
}

/// <summary>What both ways to close have in common.</summary>
internal interface IClosing
{
    DateTimeOffset? At { get; }
}

internal abstract class ClosingValidator<TClosing> : AbstractValidator<TClosing>
    where TClosing : IClosing
{
    protected ClosingValidator() =>
        RuleFor(command => command.At).GreaterThanOrEqualTo(FactTime.Earliest).When(command => command.At is not null).Because(QualityOfLifeErrors.ClockNotSet);
}

internal sealed class CompleteAssessmentValidator : ClosingValidator<CompleteAssessmentCommand>;

internal sealed class AbandonAssessmentValidator : ClosingValidator<AbandonAssessmentCommand>;

internal sealed class CloseAssessmentHandler(IQualityOfLifeDb db, Caller caller, TimeProvider time)
    : IRequestHandler<CompleteAssessmentCommand, AnswersReceipt>, IRequestHandler<AbandonAssessmentCommand, AnswersReceipt>
{
    public async Task<AnswersReceipt> Handle(CompleteAssessmentCommand command, CancellationToken cancellationToken)
    {
        var assessment = await HoldAsync(command.ServiceUserId, command.AssessmentId, cancellationToken);
        var now = time.GetUtcNow();
        assessment.Complete(command.At ?? now, now);
        return await SaveAsync(assessment, cancellationToken);
    }

    public async Task<AnswersReceipt> Handle(AbandonAssessmentCommand command, CancellationToken cancellationToken)
    {
        var assessment = await HoldAsync(command.ServiceUserId, command.AssessmentId, cancellationToken);
        await db.Answers
            .Where(answer => answer.ServiceUserId == command.ServiceUserId && answer.AssessmentId == command.AssessmentId && answer.SupersededAt == null)
            .LoadAsync(cancellationToken);
        var now = time.GetUtcNow();
        assessment.Abandon(command.At ?? now, now);
        return await SaveAsync(assessment, cancellationToken);
    }

    private async Task<Assessment> HoldAsync(Guid serviceUserId, Guid assessmentId, CancellationToken cancellationToken)
    {
        var assessment = await db.HoldAsync(serviceUserId, assessmentId, cancellationToken) ?? throw new NotFound();
        caller.RequireVoiceIn(assessment);
        return assessment;
    }

    private async Task<AnswersReceipt> SaveAsync(Assessment assessment, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        return AnswersReceipt.Of(assessment, []);
    }
}
