using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using Barometre.Application.SocialNetwork.Maps;
using Barometre.Domain.Shared;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.SocialNetwork.Exchange;

/// <summary>One of the network's files, to download.</summary>
/// <param name="At">The map at which moment, and what happened until then; now when not said.</param>
/// <param name="File">Which.</param>
public sealed record FetchNetworkFileQuery(Guid ServiceUserId, DateTimeOffset? At, NetworkFileKind File) : IQuery<NetworkFile>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Network, AccessLevel.Read);
}

/// <summary>A form in which a network can be taken along; each can be imported again.</summary>
public enum NetworkFileKind
{
    /// <summary>The map as GraphML, for Gephi, igraph and the like.</summary>
    GraphMl,

    /// <summary>The map's entries as comma-separated values, with the columns of Network Canvas.</summary>
    Nodes,

    /// <summary>The ties among them, likewise.</summary>
    Edges,

    /// <summary>Everything that was ever noted, fact by fact: from it the map follows at any date.</summary>
    History,
}

internal sealed class FetchNetworkFileHandler(MapReader reader, ICommunications communications, Caller caller) : IRequestHandler<FetchNetworkFileQuery, NetworkFile>
{
    public async Task<NetworkFile> Handle(FetchNetworkFileQuery query, CancellationToken cancellationToken)
    {
        var files = await ExportedFiles.ReadAsync(reader, query.ServiceUserId, query.At, cancellationToken);
        await communications.EnterAsync(Communication.TakenBy(caller, query.ServiceUserId, CommunicationForm.File, [Tab.Network]), cancellationToken);
        return files.File(query.File);
    }
}
