using Barometre.Application.Shared;
using Barometre.Application.SocialNetwork.Facts;
using Barometre.Application.SocialNetwork.Maps;
using Barometre.Domain.Shared;
using Barometre.Domain.SocialNetwork;
using FluentValidation;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.SocialNetwork.Exchange;

/// <summary>Adds what a file says to the person's map: all of it, or nothing when a line is bad. Imported again, one effect; nobody is ever taken off the map.</summary>
/// <param name="GraphMl">A map as GraphML; or <paramref name="Nodes"/>.</param>
/// <param name="Nodes">A list of entries as comma-separated values; or <paramref name="GraphMl"/>.</param>
/// <param name="Edges">A list of the ties among them.</param>
/// <param name="At">What the device's clock said; what a file does not date counts from then.</param>
/// <param name="Setting">Alone for the person, together for anybody else: the map is the person's.</param>
public sealed record ImportNetworkCommand(Guid ServiceUserId, string? GraphMl, string? Nodes, string? Edges, DateTimeOffset At, Setting Setting) : ICommand<NetworkImported>
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
        RuleFor(command => command.GraphMl).NotEmpty().When(command => command.Nodes is null);
        RuleFor(command => command.Nodes).Null().When(command => command.GraphMl is not null);
        RuleFor(command => command.Edges).Null().When(command => command.Nodes is null);
        RuleFor(command => command.At).GreaterThanOrEqualTo(FactTime.Earliest).Because(FactErrors.ClockNotSet);
    }
}

internal sealed class ImportNetworkHandler(MapReader reader, IFactWriter writer, IRecordKeys keys, Caller caller, TimeProvider time) : IRequestHandler<ImportNetworkCommand, NetworkImported>
{
    public async Task<NetworkImported> Handle(ImportNetworkCommand command, CancellationToken cancellationToken)
    {
        var perspective = caller.VoiceIn(command.Setting, Perspective.ServiceUser);
        var faults = new FileFaults();
        var file = command.GraphMl is { } graph
            ? new GraphMlReader(nameof(command.GraphMl), faults).Read(graph)
            : NodeAndEdgeLists.Read(nameof(command.Nodes), command.Nodes!, nameof(command.Edges), command.Edges, faults);
        faults.ThrowIfAny();
        var history = await reader.HistoryAsync(command.ServiceUserId, FactsWanted.WithComments, cancellationToken);
        var known = history.Latest();
        var difference = new ImportedFacts(known, await reader.WordsAsync(command.ServiceUserId, null, cancellationToken), command.At, command.Setting);
        List<GivenNetworkFact> given = [.. difference.Of(file!)];
        if (given.Count == 0)
        {
            return new NetworkImported(file!.Alters.Count, file.Ties.Count, 0);
        }

        var key = await keys.ForAsync(command.ServiceUserId, cancellationToken);
        var (author, now) = (caller.Author(), time.GetUtcNow());
        List<NetworkFact> facts = [.. given.Select(fact => fact.Sealed(command.ServiceUserId, perspective, author, FactTime.Of(fact.At, now), key))];
        // A fact that an earlier import of the same file noted keeps what it said then.
        var added = await writer.AddAsync(command.ServiceUserId, facts, cancellationToken);
        return new NetworkImported(file!.Alters.Count, file.Ties.Count, added.Count);
    }
}
