using Barometre.Application.Shared;
using Barometre.Application.Shared.Changes;
using Barometre.Application.Strengths.Boards;
using Barometre.Application.Strengths.Contracts;
using Barometre.Application.Strengths.Items;
using Barometre.Domain.Shared.Texts;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Standing = Barometre.Domain.Strengths.StrengthStanding;

namespace Barometre.Application.Strengths.Changes;

/// <summary>Makes what somebody else proposed, by the module's own commands, and says what waits there.</summary>
public sealed class StrengthChanges(IStrengthsDb db, IRecordKeys keys, IMediator mediator, Caller caller) : IStrengthChanges
{
    public ProposedUse About(ProposedStrengthChange change) => change switch
    {
        { Strength: not null, Retired: null, Order: null } => new("ReviseStrength", change.StrengthId),
        { Strength: null, Retired: not null, Order: null } => new("RetireStrength", change.StrengthId),
        { Strength: null, Retired: null, Order: not null } => new("ArrangeStrengths", null),
        _ => new(null, change.StrengthId),
    };

    public string Says(ProposedStrengthChange change) => change switch
    {
        { Strength: { } said } => string.Join('\n', SameWords.Core(said.Words), said.Kind, said.Domain, said.Time, said.Suggestion, said.Theme, said.AlterId, SameWords.Core(said.Resource ?? "")),
        { Order: { } order } => $"{string.Join(' ', order.Order)}|{string.Join(' ', order.Pinned)}",
        _ => $"{change.Retired}",
    };

    public async Task<int?> VersionAsync(Guid serviceUserId, ProposedStrengthChange change, bool held, CancellationToken cancellationToken)
    {
        if (change.StrengthId is not { } id)
        {
            // Two that change the order at once find out by its version.
            return await db.Arrangements.AsNoTracking().Where(one => one.ServiceUserId == serviceUserId).Select(one => one.Version).FirstOrDefaultAsync(cancellationToken);
        }

        var strength = held ? await db.HoldAsync(serviceUserId, id, cancellationToken)
            : await db.Strengths.AsNoTracking().FirstOrDefaultAsync(one => one.ServiceUserId == serviceUserId && one.Id == id, cancellationToken);
        return strength?.Standing is Standing.Kept or Standing.Retired ? strength.Version : null;
    }

    public Task MakeAsync(Guid serviceUserId, ProposedStrengthChange change, YesTo yes, CancellationToken cancellationToken) => change switch
    {
        { Strength: { } said } => mediator.Send(new ReviseStrengthCommand(serviceUserId, change.StrengthId!.Value, yes.FactId, said, yes.At, yes.Setting), cancellationToken),
        { Retired: { } retired } => mediator.Send(new RetireStrengthCommand(serviceUserId, change.StrengthId!.Value, yes.FactId, retired, null, yes.At, yes.Setting), cancellationToken),
        _ => ArrangeAsync(serviceUserId, change.Order!, yes, cancellationToken),
    };

    public async Task<IReadOnlyList<WaitingThing>> WaitingAsync(Guid serviceUserId, CancellationToken cancellationToken)
    {
        // A third party is not shown what somebody else proposed.
        var author = caller.Grant!.IsSelf ? (Guid?)null : caller.Author();
        var waiting = await StrengthRows.Of(db, serviceUserId)
            .Where(one => one.Strength.Standing == Standing.Proposed && (author == null || one.Strength.NamedBy == author)).ToListAsync(cancellationToken);
        var key = await keys.ForAsync(serviceUserId, cancellationToken);
        return [.. waiting.Select(one => new WaitingThing(
            "strength", one.Strength.Id, null, key.Open(StrengthColumns.Words, one.Content.WordsSealed!), one.Strength.NamedBy, one.Strength.Perspective, one.Strength.NamedAt, one.Strength.ChangedAt))];
    }

    private async Task ArrangeAsync(Guid serviceUserId, ProposedOrder order, YesTo yes, CancellationToken cancellationToken)
    {
        using var read = caller.Having(yes.Version);
        await mediator.Send(new ArrangeStrengthsCommand(serviceUserId, order.Order, order.Pinned, yes.At, yes.Setting), cancellationToken);
    }
}
