using Barometre.Application.Shared;
using Barometre.Domain.QualityOfLife.Change;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.QualityOfLife.Change;

/// <summary>Recomputes the indicators of some people in one transaction, from the facts alone.</summary>
/// <param name="People">In the database's order.</param>
public sealed record RecomputePeopleCommand(IReadOnlyList<Guid> People) : ICommand<RecomputeReport>
{
    public Needed Access => Needed.System;
}

internal sealed class RecomputePeopleHandler(IChangeStore store, ShownThemesReader shown, TimeProvider time) : IRequestHandler<RecomputePeopleCommand, RecomputeReport>
{
    public async Task<RecomputeReport> Handle(RecomputePeopleCommand command, CancellationToken cancellationToken)
    {
        await store.HoldManyAsync(command.People, cancellationToken);
        var facts = await store.ReadAsync(command.People, cancellationToken);
        var themes = await shown.OfAsync(command.People, cancellationToken);
        var now = time.GetUtcNow();
        var computed = facts.Select(person => PersonIndicators.Compute(person, themes[person.ServiceUserId], null, now)).ToList();
        var differing = await store.WriteAsync(command.People, null, computed, now, cancellationToken);
        return new RecomputeReport(command.People.Count, computed.Sum(person => person.Themes.Count), differing);
    }
}
