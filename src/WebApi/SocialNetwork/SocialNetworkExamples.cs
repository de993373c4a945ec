using Barometre.Application.SocialNetwork.Facts;
using Barometre.Domain.Shared;
using Barometre.Domain.SocialNetwork;
using Barometre.WebApi.Shared.OpenApi;

namespace Barometre.WebApi.SocialNetwork;

/// <summary>Bodies whose parts must suit each other; the others are made from their types.</summary>
internal sealed class SocialNetworkExamples : IExamples
{
    private static readonly DateTimeOffset At = new(2026, 3, 14, 15, 9, 26, TimeSpan.Zero);

    private static readonly Guid Lou = Guid.Parse("0199d9a0-1c2e-7d3f-8a4b-5c6d7e8f9a0b");

    private static readonly GivenNetworkFact Named = new(
        Guid.Parse("0199d9a0-1c2e-7d3f-8a4b-5c6d7e8f9a0c"), NetworkFactKind.AlterNamed, Lou, At, Setting.Joint, Perspective.ServiceUser,
        Name: "Lou (inventé)", AlterKind: AlterKind.Person, Circle: LifeCircle.Friends);

    private static readonly GivenNetworkFact Stated = new(
        Guid.Parse("0199d9a0-1c2e-7d3f-8a4b-5c6d7e8f9a0d"), NetworkFactKind.TieStated, Lou, At, Setting.Joint, Perspective.ServiceUser,
        Closeness: 80, Quality: 70, Frequency: ContactFrequency.Weekly, Given: [SupportKind.Company], Received: [SupportKind.Emotional, SupportKind.Company]);

    public IEnumerable<object> All =>
    [
        Named,
        new NoteNetworkFactsBody([Named, Stated]),
        new ImportNetworkBody(At, Setting.Joint, Nodes: "nodeID,name,circle,closeness\r\n1,Lou (inventé),friends,80\r\n2,Max (inventé),family,60\r\n", Edges: "from,to\r\n1,2\r\n"),
    ];
}
