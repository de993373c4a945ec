using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.CoProduction.Effects;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.CoProduction.Effects;

/// <summary>Opens a sheet of perceived effects, with the answers it already holds; it can be gone on with at any time, or never. Sent again, one effect.</summary>
/// <param name="SheetId">Made by the device.</param>
/// <param name="SubjectId">The project, or the practitioner's place in the circle.</param>
/// <param name="Version">The version of the questions that was shown; the newest when not said.</param>
public sealed record OpenEffectsSheetCommand(
    Guid ServiceUserId, Guid SheetId, EffectsSubjectKind Subject, Guid SubjectId, string? Version, IReadOnlyList<EffectsReply> Answers,
    DateTimeOffset At, Setting Setting, Guid? PresentMemberId) : ICommand<KeptReplies>, INoting
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Coproduction, AccessLevel.Contribute);
}

internal sealed class OpenEffectsSheetValidator : AbstractValidator<OpenEffectsSheetCommand>
{
    public OpenEffectsSheetValidator()
    {
        this.RuleForNoting();
        RuleFor(command => command.SheetId).NotEmpty();
        RuleFor(command => command.SubjectId).NotEmpty();
        RuleFor(command => command.Version).MaximumLength(20);
        RuleFor(command => command.Answers).Must(answers => answers.Count <= EffectsReply.MostAtOnce);
        RuleForEach(command => command.Answers).SetValidator(new EffectsReplyValidator());
    }
}

internal sealed class OpenEffectsSheetHandler(
    IEffectsDb db, EffectsDesk desk, IEffectsQuestionnaires questionnaires, ICircleReader circle, IEnrolmentReader enrolments, Caller caller, TimeProvider time)
    : IRequestHandler<OpenEffectsSheetCommand, KeptReplies>
{
    public async Task<KeptReplies> Handle(OpenEffectsSheetCommand command, CancellationToken cancellationToken)
    {
        var noting = caller.TellsForThePerson(command.ServiceUserId, command.SheetId, command);
        var sheet = await db.Sheets.AsNoTracking().FirstOrDefaultAsync(one => one.ServiceUserId == command.ServiceUserId && one.Id == command.SheetId, cancellationToken);
        if (KeptFact.Again(sheet, noting, one =>
            one.SubjectKind == command.Subject && one.SubjectId == command.SubjectId && (command.Version is null || one.Questionnaire == command.Version)) is null)
        {
            var questionnaire = await questionnaires.FindAsync(command.Version, cancellationToken);
            Faults.ThrowIfAny(questionnaire is null ? [Faults.At(nameof(command.Version), EffectsErrors.UnknownVersion)] : []);
            await RequireSubjectAsync(command, cancellationToken);
            sheet = EffectsSheet.Open(noting, command.Subject, command.SubjectId, questionnaire!.Version, time.GetUtcNow());
            db.Sheets.Add(sheet);
        }

        var kept = await desk.TakeAsync(sheet!, noting, command.Answers, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return kept;
    }

    // Somebody who no longer accompanies the person did.
    private async Task RequireSubjectAsync(OpenEffectsSheetCommand command, CancellationToken cancellationToken)
    {
        var known = command.Subject == EffectsSubjectKind.Service
            ? (await enrolments.ProjectsOfAsync(command.ServiceUserId, cancellationToken)).Contains(command.SubjectId)
            : (await circle.PlacesAsync(command.ServiceUserId, cancellationToken)).Any(place => place.MemberId == command.SubjectId && place.Role == Role.Practitioner);
        Faults.ThrowIfAny(known ? [] : [Faults.At(nameof(command.SubjectId), EffectsErrors.UnknownSubject)]);
    }
}

/// <summary>In whose name answers are noted.</summary>
internal static class ThePersonsVoice
{
    /// <summary>The person's: their own, or with somebody beside them on one screen.</summary>
    /// <exception cref="RuleViolation">Somebody else answers alone.</exception>
    public static Noting TellsForThePerson(this Caller caller, Guid serviceUserId, Guid id, INoting noted) =>
        caller.Grant!.IsSelf || noted.Setting == Setting.Joint
            ? caller.Tells(serviceUserId, id, noted, Perspective.ServiceUser)
            : throw new RuleViolation(EffectsErrors.ThePersonsOwn);
}
