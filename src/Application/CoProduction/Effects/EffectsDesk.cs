using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.CoProduction.Effects;
using Barometre.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.CoProduction.Effects;

/// <summary>Takes the person's answers: from themself, or with somebody beside them on one screen.</summary>
public sealed class EffectsDesk(IEffectsDb db, IEffectsQuestionnaires questionnaires, ICircleReader circle, IRecordKeys keys, Caller caller, TimeProvider time)
{
    /// <summary>Adds the answers to a sheet, to be saved; those that are there already are left as they are.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="noting">Who notes; its id and time are of no account.</param>
    /// <param name="replies">Each with its own id and time.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    internal async Task<KeptReplies> TakeAsync(EffectsSheet sheet, Noting noting, IReadOnlyList<EffectsReply> replies, CancellationToken cancellationToken)
    {
        var families = await FamiliesAsync(sheet.Questionnaire, replies, cancellationToken);
        if (families.Contains(EffectsFamily.Process))
        {
            await RequireNoPractitionerAsync(noting.ServiceUserId, cancellationToken);
        }

        var key = await keys.ForAsync(noting.ServiceUserId, cancellationToken);
        var ids = replies.Select(reply => reply.Id).ToList();
        var known = await db.EffectsAnswers.AsNoTracking().Where(answer => answer.ServiceUserId == noting.ServiceUserId && ids.Contains(answer.Id)).ToDictionaryAsync(answer => answer.Id, cancellationToken);
        List<KeptFact> kept = [];
        foreach (var (reply, family) in replies.Zip(families))
        {
            var each = noting with { Id = reply.Id, DeviceAt = reply.At };
            if (KeptFact.Again(known.GetValueOrDefault(reply.Id), each, answer => reply.IsIn(answer, sheet.Id, key)) is { } same)
            {
                kept.Add(same);
                continue;
            }

            var given = EffectsAnswer.Give(each, sheet.Id, reply.Item, family, reply.Kind, reply.Rating, key.SealAny(EffectsColumns.Comment, reply.Comment), time.GetUtcNow());
            db.EffectsAnswers.Add(given);
            known.Add(given.Id, given);
            kept.Add(KeptFact.Of(given));
        }

        return new KeptReplies(sheet.Id, kept);
    }

    private async Task<IReadOnlyList<EffectsFamily>> FamiliesAsync(string version, IReadOnlyList<EffectsReply> replies, CancellationToken cancellationToken)
    {
        var questionnaire = await questionnaires.FindAsync(version, cancellationToken) ?? throw new NotFound();
        var families = replies.Select(reply => questionnaire.FamilyOf(reply.Item)).ToList();
        Faults.ThrowIfAny([.. families.Index().Where(family => family.Item is null).Select(family => Faults.At($"Answers[{family.Index}].Item", EffectsErrors.UnknownItem))]);
        return [.. families.OfType<EffectsFamily>()];
    }

    // Before whoever works with the person nobody says freely how they are worked with. Refused whatever is there already: the refusal tells nothing of it.
    private async Task RequireNoPractitionerAsync(Guid serviceUserId, CancellationToken cancellationToken)
    {
        var account = caller.AccountId;
        if (!caller.Grant!.IsSelf && (await circle.PlacesAsync(serviceUserId, cancellationToken)).Any(place => place.AccountId == account && place.Role != Role.Relative))
        {
            throw new Forbidden(EffectsErrors.NotBeforeAPractitioner);
        }
    }
}
