using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using Barometre.Application.SocialNetwork.Maps;
using Barometre.Domain.Shared;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.SocialNetwork.Exchange;

/// <summary>The person's network as files to take along, every voice beside the others: the map as GraphML and as lists of entries and ties, and the history as a list of facts.</summary>
/// <param name="At">The map at which moment, and what happened until then; now when not said.</param>
public sealed record ExportNetworkQuery(Guid ServiceUserId, DateTimeOffset? At) : IQuery<NetworkFiles>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Network, AccessLevel.Read);
}

/// <summary>One network in each form that it can be taken along in; what is exported can be imported again.</summary>
/// <param name="GraphMl">The map in one file, for Gephi, igraph and the like.</param>
/// <param name="Nodes">The list of the map's entries as comma-separated values, with the columns of Network Canvas.</param>
/// <param name="Edges">The list of ties among them, likewise.</param>
/// <param name="History">The list of all that was noted, fact by fact: from it the map follows at any date.</param>
public sealed record NetworkFiles(NetworkFile GraphMl, NetworkFile Nodes, NetworkFile Edges, NetworkFile History);

/// <summary>A file.</summary>
/// <param name="Name">What to call it; it says nothing of whose it is.</param>
/// <param name="Text">What it holds, as UTF-8.</param>
public sealed record NetworkFile(string Name, string MediaType, string Text);

internal sealed class ExportNetworkHandler(MapReader reader, ICommunications communications, Caller caller) : IRequestHandler<ExportNetworkQuery, NetworkFiles>
{
    public async Task<NetworkFiles> Handle(ExportNetworkQuery query, CancellationToken cancellationToken)
    {
        var files = await ExportedFiles.ReadAsync(reader, query.ServiceUserId, query.At, cancellationToken);
        await communications.EnterAsync(Communication.TakenBy(caller, query.ServiceUserId, CommunicationForm.File, [Tab.Network]), cancellationToken);
        return new NetworkFiles(files.File(NetworkFileKind.GraphMl), files.File(NetworkFileKind.Nodes), files.File(NetworkFileKind.Edges), files.File(NetworkFileKind.History));
    }
}
