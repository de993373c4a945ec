using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Barometre.Application.AccomplishmentPlan.Contracts;
using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using Barometre.Application.SocialNetwork.Contracts;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Rights.Archives;

/// <summary>What other modules make of the record for people and other programs to read: the printed plan, the network as GraphML and lists, who the accounts are that are named; for the person, their own account.</summary>
public sealed record CollectReadableQuery(Guid ServiceUserId, string Language, bool Whole) : IQuery<IReadOnlyList<ReadableFile>>
{
    public Needed Access => Needed.SystemFor(ServiceUserId);
}

internal sealed class CollectReadableHandler(INetworkFiles network, IPlanPrinter printer, ICircleReader circle, IAccountsReader accounts)
    : IRequestHandler<CollectReadableQuery, IReadOnlyList<ReadableFile>>
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public async Task<IReadOnlyList<ReadableFile>> Handle(CollectReadableQuery query, CancellationToken cancellationToken)
    {
        var files = await network.AllAsync(query.ServiceUserId, cancellationToken);
        // In the tables accounts are numbers: these are the names under which the person knows them.
        var places = await circle.PlacesAsync(query.ServiceUserId, cancellationToken);
        var own = query.Whole && (await circle.PersonAsync(query.ServiceUserId, cancellationToken))?.AccountId is { } account ? await accounts.OwnAsync(account, cancellationToken) : null;
        return
        [
            new ReadableFile("plan.pdf", await printer.EverythingAsync(query.ServiceUserId, query.Language, cancellationToken)),
            .. files.Select(file => new ReadableFile($"network/{file.Name}", Encoding.UTF8.GetBytes(file.Text))),
            new ReadableFile("people.json", JsonSerializer.SerializeToUtf8Bytes(places, Form)),
            .. own is null ? Array.Empty<ReadableFile>() : [new ReadableFile("account.json", JsonSerializer.SerializeToUtf8Bytes(own, Form))],
        ];
    }
}
