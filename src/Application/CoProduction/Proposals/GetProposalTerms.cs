using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.CoProduction.Proposals;

/// <summary>How long proposals wait for an answer in this record, as the person chose.</summary>
public sealed record GetProposalTermsQuery(Guid ServiceUserId) : IQuery<ProposalTermsView>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Coproduction, AccessLevel.Read);
}

internal sealed class GetProposalTermsHandler(IProposalsDb db) : IRequestHandler<GetProposalTermsQuery, ProposalTermsView>
{
    public Task<ProposalTermsView> Handle(GetProposalTermsQuery query, CancellationToken cancellationToken) => db.TermsAsync(query.ServiceUserId, cancellationToken);
}
