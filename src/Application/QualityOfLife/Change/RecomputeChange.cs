using Barometre.Application.Shared;
using Barometre.Domain.QualityOfLife.Change;
using Barometre.Domain.Shared;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.QualityOfLife.Change;

/// <summary>Recomputes what changed for one person from the facts; done twice, or by two nodes at once, it leaves the same rows. Returns how many rows differed.</summary>
/// <param name="Themes">Only these, and of these only those whose ratings are others than those last computed from; everything anew when null.</param>
public sealed record RecomputeChangeCommand(Guid ServiceUserId, IReadOnlyCollection<string>? Themes) : ICommand<int>
{
    public Needed Access => Needed.SystemFor(ServiceUserId, Tab.QualityOfLife);
}

internal sealed class RecomputeChangeHandler(IChangeStore store, ShownThemesReader shown, TimeProvider time) : IRequestHandler<RecomputeChangeCommand, int>
{
    public async Task<int> Handle(RecomputeChangeCommand command, CancellationToken cancellationToken)
    {
        IReadOnlyList<Guid> person = [command.ServiceUserId];
        await store.HoldAsync(command.ServiceUserId, cancellationToken);
        var facts = (await store.ReadAsync(person, cancellationToken)).SingleOrDefault() ?? new PersonFacts(command.ServiceUserId);
        var themes = command.Themes is null ? null : await StaleAsync(command.Themes, facts, cancellationToken);
        var now = time.GetUtcNow();
        var computed = PersonIndicators.Compute(facts, (await shown.OfAsync(person, cancellationToken))[command.ServiceUserId], themes, now);
        return await store.WriteAsync(person, themes, [computed], now, cancellationToken);
    }

    // Many events of one person wait one behind the other after an import: all but the first find nothing to do.
    private async Task<IReadOnlySet<string>> StaleAsync(IReadOnlyCollection<string> themes, PersonFacts facts, CancellationToken cancellationToken)
    {
        var kept = await store.InputsAsync(facts.ServiceUserId, cancellationToken);
        var known = facts.Themes.Where(theme => theme.Count > 0).ToDictionary(theme => (theme.Theme, theme.Perspective), theme => theme.Inputs);
        var differing = known.Except(kept).Concat(kept.Except(known)).Select(pair => pair.Key.Theme).ToHashSet(StringComparer.Ordinal);
        differing.IntersectWith(themes);
        return differing;
    }
}
