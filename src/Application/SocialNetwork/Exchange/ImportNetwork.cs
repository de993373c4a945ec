using Barometre.Application.Shared;
using Barometre.Application.SocialNetwork.Facts;
using Barometre.Application.SocialNetwork.Maps;
using Barometre.Domain.Shared;
using Barometre.Domain.SocialNetwork;
using FluentValidation;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.SocialNetwork.Exchange;

/// <summary>Adds what a file says to the person's network: all of it, or nothing when a line is bad. Imported again, one effect.</summary>
/// <remarks>Only the person imports, alone or together with somebody. What the file says in another voice stays in that voice, marked as imported.</remarks>
/// <param name="GraphMl">A map as GraphML; or one of the others.</param>
/// <param name="Nodes">A map as a list of entries, of comma-separated values; or one of the others.</param>
/// <param name="Edges">A list of the ties among the entries.</param>
/// <param name="History">A list of facts; or one of the others.</param>
/// <param name="At">What the device's clock said; what a file does not date counts from then.</param>
/// <param name="Setting">Alone for the person, together for anybody else: the map is the person's.</param>
public sealed record ImportNetworkCommand(Guid ServiceUserId, string? GraphMl, string? Nodes, string? Edges, string? History, DateTimeOffset At, Setting Setting) : ICommand<NetworkImported>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Network, AccessLevel.Contribute);
}

/// <summary>What an import did.</summary>
/// <param name="Alters">Entries in the file.</param>
/// <param name="Ties">Ties among them in the file.</param>
/// <param name="Added">Facts that were noted; none when the map said all of it already.</param>
public sealed record NetworkImported(int Alters, int Ties, int Added);

internal sealed class ImportNetworkValidator : AbstractValidator<ImportNetworkCommand>
{
    public ImportNetworkValidator()
    {
        RuleFor(command => command.GraphMl).NotEmpty().When(command => command.Nodes is null && command.History is null);
        RuleFor(command => command.Nodes).Null().When(command => command.GraphMl is not null);
        RuleFor(command => command.Edges).Null().When(command => command.Nodes is null);
        RuleFor(command => command.History).Null().When(command => command.GraphMl is not null || command.Nodes is not null);
        RuleFor(command => command.At).GreaterThanOrEqualTo(FactTime.Earliest).Because(FactErrors.ClockNotSet);
    }
}

internal sealed class ImportNetworkHandler(MapReader reader, IFactWriter writer, IRecordKeys keys, Caller caller, TimeProvider time) : IRequestHandler<ImportNetworkCommand, NetworkImported>
{
    public async Task<NetworkImported> Handle(ImportNetworkCommand command, CancellationToken cancellationToken)
    {
        _ = caller.VoiceIn(command.Setting, Perspective.ServiceUser);
        var faults = new FileFaults();
        return command.History is { } list ? await AddHistoryAsync(command, list, faults, cancellationToken) : await AddMapAsync(command, faults, cancellationToken);
    }

    private async Task<NetworkImported> AddMapAsync(ImportNetworkCommand command, FileFaults faults, CancellationToken cancellationToken)
    {
        var file = command.GraphMl is { } graph
            ? new GraphMlReader(nameof(command.GraphMl), faults).Read(graph)
            : NodeAndEdgeLists.Read(nameof(command.Nodes), command.Nodes!, nameof(command.Edges), command.Edges, faults);
        faults.ThrowIfAny();
        var history = await reader.HistoryAsync(command.ServiceUserId, FactsWanted.WithComments, cancellationToken);
        var words = await reader.WordsAsync(command.ServiceUserId, null, cancellationToken);
        var given = new ImportedMap(history.Latest(), words, command.At, command.Setting).Of(file!);
        var (key, now) = (await keys.ForAsync(command.ServiceUserId, cancellationToken), time.GetUtcNow());
        // A fact that an earlier import of the same file noted keeps what it said then.
        var added = await AddAsync(command, [.. given.Select(fact => Sealed(command, fact, FactTime.Of(fact.At, now), key))], cancellationToken);
        return new NetworkImported(file!.Alters.Count, file.Ties.Count, added);
    }

    private async Task<NetworkImported> AddHistoryAsync(ImportNetworkCommand command, string list, FileFaults faults, CancellationToken cancellationToken)
    {
        var listed = FactList.Read(nameof(command.History), list, faults) ?? [];
        faults.ThrowIfAny();
        var history = await reader.HistoryAsync(command.ServiceUserId, FactsWanted.WithComments, cancellationToken);
        var words = await reader.WordsAsync(command.ServiceUserId, null, cancellationToken);
        var (key, now) = (await keys.ForAsync(command.ServiceUserId, cancellationToken), FactTime.Microseconds(time.GetUtcNow()));
        var facts = new ImportedHistory(nameof(command.History), [.. history.Until(DateTimeOffset.MaxValue).Select(counted => counted.Fact)], words, faults)
            .Of(listed, line => Sealed(command, line.Given, new FactTime(line.At > now ? now : line.At, line.Given.At, now), key));
        faults.ThrowIfAny();
        return new NetworkImported(
            listed.Where(line => line.Given.Kind == NetworkFactKind.AlterNamed).DistinctBy(line => line.Given.SubjectId).Count(),
            listed.Where(line => line.Given.Kind == NetworkFactKind.AltersTied).DistinctBy(line => (line.Given.SubjectId, line.Given.OtherId)).Count(),
            await AddAsync(command, facts, cancellationToken));
    }

    private NetworkFact Sealed(ImportNetworkCommand command, GivenNetworkFact fact, FactTime when, IRecordKey key) =>
        fact.Sealed(command.ServiceUserId, fact.Perspective!.Value, caller.Author(), when, key, imported: true);

    private async Task<int> AddAsync(ImportNetworkCommand command, IReadOnlyList<NetworkFact> facts, CancellationToken cancellationToken) =>
        facts.Count == 0 ? 0 : (await writer.AddAsync(command.ServiceUserId, facts, cancellationToken)).Count;
}
