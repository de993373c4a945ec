using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.SocialNetwork.Exchange;

/// <summary>The person's map as files to take along: GraphML, and lists of entries and of ties. The person's own words only: other voices stay in the record.</summary>
/// <param name="At">The map at which moment; now when not said.</param>
public sealed record ExportNetworkQuery(Guid ServiceUserId, DateTimeOffset? At) : IQuery<NetworkFiles>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Network, AccessLevel.Read);
}

/// <summary>One map in each form that it can be taken along in; what is exported can be imported again.</summary>
/// <param name="GraphMl">One file, for Gephi, igraph and the like.</param>
/// <param name="Nodes">The list of entries as comma-separated values, with the columns of Network Canvas.</param>
/// <param name="Edges">The list of ties among them, likewise.</param>
public sealed record NetworkFiles(NetworkFile GraphMl, NetworkFile Nodes, NetworkFile Edges);

/// <summary>A file.</summary>
/// <param name="Name">What to call it; it says nothing of whose it is.</param>
/// <param name="Text">What it holds, as UTF-8.</param>
public sealed record NetworkFile(string Name, string MediaType, string Text);

internal sealed class ExportNetworkHandler(NetworkFilesOf files) : IRequestHandler<ExportNetworkQuery, NetworkFiles>
{
    public Task<NetworkFiles> Handle(ExportNetworkQuery query, CancellationToken cancellationToken) => files.WriteAsync(query.ServiceUserId, query.At, cancellationToken);
}
