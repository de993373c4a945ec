using System.Globalization;
using Barometre.Application.Participation.Incidents;
using Barometre.Application.Shared;
using Barometre.Domain.Participation.Incidents;
using MediatR;

namespace Barometre.WebApi.Verbs;

/// <summary>The operator's register of incidents of confidentiality, and whom each concerns; times, kinds and ids, never a word of a record.</summary>
internal static class IncidentVerb
{
    private const string Usage =
        "incident note --kind access|use|communication|loss|other --from TIME --until TIME [--account ID]... [--project ID]... | incident list | incident people ID [--csv FILE]";

    public static async Task<int> RunAsync(string[] args)
    {
        await using var app = Host.Build([]);
        return await RunAsync(app, args, Console.Out);
    }

    internal static async Task<int> RunAsync(WebApplication app, string[] args, TextWriter output)
    {
        await using var scope = app.InstallationScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        switch (args)
        {
            case ["note", .. var options]:
                var id = await mediator.Send(Read(options));
                await output.WriteLineAsync($"Noted: {id}");
                return 0;
            case ["list"]:
                foreach (var one in await mediator.Send(new ListIncidentsQuery()))
                {
                    await output.WriteLineAsync(
                        $"{one.IncidentId}  {one.NotedAt:u}  {one.Kind.ToString().ToLowerInvariant()}  {one.Scope.From:u} – {one.Scope.Until:u}  {Counted(one.Scope.Accounts, "accounts")}  {Counted(one.Scope.Projects, "projects")}");
                }

                return 0;
            case ["people", var named, .. var file] when Guid.TryParse(named, out var incident) && file is [] or ["--csv", _]:
                return await PeopleAsync(mediator, incident, file is ["--csv", var path] ? path : null, output);
            default:
                throw new VerbMisused(Usage);
        }
    }

    private static async Task<int> PeopleAsync(IMediator mediator, Guid incident, string? path, TextWriter output)
    {
        IReadOnlyList<PersonConcerned> people;
        try
        {
            people = await mediator.Send(new FindPeopleConcernedQuery(incident));
        }
        catch (NotFound)
        {
            throw new VerbMisused($"No incident has the id {incident}.");
        }

        var lines = people.Select(person => string.Create(CultureInfo.InvariantCulture, $"{person.ServiceUserId},{person.Looked},{person.Left},{person.First:O},{person.Last:O}"))
            .Prepend("service_user_id,looked,left,first,last");
        if (path is null)
        {
            await output.WriteLineAsync(string.Join(Environment.NewLine, lines));
        }
        else
        {
            await File.WriteAllLinesAsync(path, lines);
            await output.WriteLineAsync($"{people.Count} people concerned: {path}");
        }

        return 0;
    }

    private static NoteIncidentCommand Read(string[] options)
    {
        var said = options.Chunk(2).Select(pair => pair is [['-', '-', ..], _] ? pair : throw new VerbMisused(Usage)).ToLookup(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        if (said.Any(option => option.Key is not ("--kind" or "--from" or "--until" or "--account" or "--project"))
            || !Enum.TryParse<IncidentKind>(said["--kind"].SingleOrDefault(), ignoreCase: true, out var kind)
            || !Time(said["--from"].SingleOrDefault(), out var from) || !Time(said["--until"].SingleOrDefault(), out var until) || until < from)
        {
            throw new VerbMisused(Usage);
        }

        return new NoteIncidentCommand(Guid.CreateVersion7(), kind, new IncidentScope(from, until, Ids(said["--account"]), Ids(said["--project"])));
    }

    private static Guid[] Ids(IEnumerable<string> texts) => [.. texts.Select(text => Guid.TryParse(text, out var id) ? id : throw new VerbMisused(Usage))];

    private static bool Time(string? text, out DateTimeOffset time) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time);

    private static string Counted(IReadOnlyList<Guid> ids, string what) => ids.Count == 0 ? $"all {what}" : $"{ids.Count} {what}";
}
