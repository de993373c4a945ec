using Barometre.Application.QualityOfLife.Instruments;
using Barometre.Application.Shared;
using Barometre.Domain.QualityOfLife;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.QualityOfLife.Assessments;

/// <summary>Opens an assessment, with what it already holds, and completes it when said so. Sent again, it is one assessment.</summary>
/// <param name="Perspective">Whose view it tells; the caller's own when not said.</param>
/// <param name="InstrumentVersion">The version that was shown; the newest when not said.</param>
/// <param name="At">What the device's clock said at the opening.</param>
/// <param name="Complete">The assessment is finished with these answers.</param>
public sealed record OpenAssessmentCommand(
    Guid ServiceUserId,
    Guid AssessmentId,
    Setting Setting,
    Perspective? Perspective,
    string? InstrumentVersion,
    Guid? ProjectId,
    DateTimeOffset At,
    IReadOnlyList<GivenAnswer> Answers,
    bool Complete) : ICommand<OpenedAssessment>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.QualityOfLife, AccessLevel.Contribute);
}

/// <summary>The assessment, and whether this call is the one that opened it.</summary>
public sealed record OpenedAssessment(AnswersReceipt Receipt, bool IsNew);

internal sealed class OpenAssessmentValidator : AbstractValidator<OpenAssessmentCommand>
{
    public OpenAssessmentValidator()
    {
        RuleFor(command => command.AssessmentId).NotEmpty();
        RuleFor(command => command.At).GreaterThanOrEqualTo(FactTime.Earliest).Because(FactErrors.ClockNotSet);
        RuleFor(command => command.InstrumentVersion).MaximumLength(20);
        RuleFor(command => command.Answers).Must(answers => answers.Count <= GivenAnswerValidator.MostAtOnce);
        RuleForEach(command => command.Answers).SetValidator(new GivenAnswerValidator());
    }
}

internal sealed class OpenAssessmentHandler(IQualityOfLifeDb db, IAssessmentWriter writer, ThemeCatalogue catalogue, Caller caller, TimeProvider time)
    : IRequestHandler<OpenAssessmentCommand, OpenedAssessment>
{
    public async Task<OpenedAssessment> Handle(OpenAssessmentCommand command, CancellationToken cancellationToken)
    {
        var perspective = caller.VoiceIn(command.Setting, command.Perspective);
        var (instrument, project) = await catalogue.ChoiceAsync(command.ServiceUserId, command.InstrumentVersion, command.ProjectId, cancellationToken);
        await catalogue.CheckAsync(instrument, project, command.Answers, cancellationToken);
        var opening = new Opening(
            command.ServiceUserId, command.AssessmentId, instrument.Code, instrument.Version, command.ProjectId, perspective, command.Setting, caller.Author(), command.At);

        // Nearly always the assessment is new: it is added unread, and only when it turns out to be there is it read.
        var assessment = Assessment.Open(opening, time.GetUtcNow());
        Fill(assessment, command);
        var isNew = (await writer.AddAsync(command.ServiceUserId, [assessment], cancellationToken)).Assessments == 1;
        if (!isNew)
        {
            assessment = await db.HoldAsync(command.ServiceUserId, command.AssessmentId, command.Answers, cancellationToken);
            caller.RequireVoiceIn(assessment);
            Fill(assessment.IsOpenedBy(opening) ? assessment : throw new RuleViolation(QualityOfLifeErrors.AssessmentIdReused), command);
            await db.SaveChangesAsync(cancellationToken);
        }

        return new OpenedAssessment(AnswersReceipt.Of(assessment, command.Answers), isNew);
    }

    private void Fill(Assessment assessment, OpenAssessmentCommand command)
    {
        var now = time.GetUtcNow();
        assessment.Record(command.Answers, caller.Author(), now);
        if (command.Complete && assessment.State == AssessmentState.Open)
        {
            // Sent from a device that was offline, it was finished with its last answer, not on arrival.
            assessment.Complete(command.Answers.Select(answer => answer.At).Append(command.At).Max(), now);
        }
    }
}
