using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Figures;

/// <summary>Recomputes the figures of one person's plan from the facts; done twice, or by two nodes at once, it leaves the same rows. Returns how many rows differed.</summary>
public sealed record RecomputePlanCommand(Guid ServiceUserId) : ICommand<int>
{
    public Needed Access => Needed.SystemFor(ServiceUserId, Tab.Plan);
}

internal sealed class RecomputePlanHandler(PlanFiguring figuring) : IRequestHandler<RecomputePlanCommand, int>
{
    public async Task<int> Handle(RecomputePlanCommand command, CancellationToken cancellationToken) => await figuring.OfAsync([command.ServiceUserId], cancellationToken);
}
