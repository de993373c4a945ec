using Barometre.Application.Shared;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Figures;

/// <summary>Recomputes the figures of some people's plans in one transaction, from the facts alone. Returns how many rows differed.</summary>
public sealed record RecomputePlansCommand(IReadOnlyList<Guid> People) : ICommand<int>
{
    public Needed Access => Needed.System;
}

internal sealed class RecomputePlansHandler(PlanFiguring figuring, IRecordScope records) : IRequestHandler<RecomputePlansCommand, int>
{
    public Task<int> Handle(RecomputePlansCommand command, CancellationToken cancellationToken)
    {
        records.OpenForEveryone();
        return figuring.OfAsync(command.People, cancellationToken);
    }
}
