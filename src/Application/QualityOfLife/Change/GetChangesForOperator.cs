using Barometre.Application.QualityOfLife.BlindMode;
using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.QualityOfLife.Change;

/// <summary>What changed on every rated theme, for the operator's command line.</summary>
public sealed record GetChangesForOperatorQuery(Guid ServiceUserId) : IQuery<ChangesOfPerson>
{
    public Needed Access => Needed.SystemFor(ServiceUserId, Tab.QualityOfLife);
}

internal sealed class GetChangesForOperatorHandler(ShownIndicators indicators) : IRequestHandler<GetChangesForOperatorQuery, ChangesOfPerson>
{
    public Task<ChangesOfPerson> Handle(GetChangesForOperatorQuery query, CancellationToken cancellationToken) => ChangesOfPerson.ReadAsync(indicators, query.ServiceUserId, cancellationToken);
}
