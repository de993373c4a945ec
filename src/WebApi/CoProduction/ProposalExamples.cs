using Barometre.Application.CoProduction.Proposals;
using Barometre.Application.QualityOfLife.Contracts;
using Barometre.Domain.CoProduction.Proposals;
using Barometre.Domain.Shared;
using Barometre.WebApi.Shared.OpenApi;

namespace Barometre.WebApi.CoProduction;

/// <summary>Bodies whose parts must suit each other; the others are made from their types.</summary>
internal sealed class ProposalExamples : IExamples
{
    private static readonly DateTimeOffset At = new(2026, 3, 14, 15, 9, 26, TimeSpan.Zero);
    private static readonly Guid Id = Guid.Parse("0199d9a0-1c2e-7d3f-8a4b-5c6d7e8f9a0b");
    private static readonly ProposedStars Stars = new(["life_project.studies", "needs.income"]);
    private static readonly ProposedChange Change = new(Stars: Stars);

    private static readonly ProposalView View = new(
        Id, ProposalKind.ChooseStars, null, ProposalState.Open, At, false, Id, Perspective.Practitioner, At, At, "Vous parlez souvent de votre cours", Change, null, null, null, 1, false);

    public IEnumerable<object> All =>
    [
        Stars,
        Change,
        View,
        new WaitingProposal("goal", Id, null, "Finir mon cours de chimie", Id, Perspective.Practitioner, At, At, false, null),
        new WaitingProposals(At, 30, [new WaitingProposal("change", Id, null, null, Id, Perspective.Practitioner, At, At, false, View)]),
        new ReopenProposalBody(At),
        new ChooseProposalTermsBody(At, 30),
        new ProposeChangeBody(Change, At, "Vous parlez souvent de votre cours"),
        new AnswerProposalBody(true, At, new ProposedChange(Stars: new ProposedStars(["life_project.studies"]))),
    ];
}
