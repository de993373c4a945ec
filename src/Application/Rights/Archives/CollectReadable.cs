using System.Text;
using Barometre.Application.AccomplishmentPlan.Contracts;
using Barometre.Application.Shared;
using Barometre.Application.SocialNetwork.Contracts;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Rights.Archives;

/// <summary>What other modules make of the record for people and other programs to read: the printed plan, the network as GraphML and lists.</summary>
public sealed record CollectReadableQuery(Guid ServiceUserId, string Language) : IQuery<IReadOnlyList<ReadableFile>>
{
    public Needed Access => Needed.SystemFor(ServiceUserId);
}

internal sealed class CollectReadableHandler(INetworkFiles network, IPlanPrinter printer) : IRequestHandler<CollectReadableQuery, IReadOnlyList<ReadableFile>>
{
    public async Task<IReadOnlyList<ReadableFile>> Handle(CollectReadableQuery query, CancellationToken cancellationToken)
    {
        var files = await network.AllAsync(query.ServiceUserId, cancellationToken);
        return
        [
            new ReadableFile("plan.pdf", await printer.EverythingAsync(query.ServiceUserId, query.Language, cancellationToken)),
            .. files.Select(file => new ReadableFile($"network/{file.Name}", Encoding.UTF8.GetBytes(file.Text))),
        ];
    }
}
