using Barometre.Application.Participation.Projects;
using Barometre.Application.Participation.Records;
using Barometre.Application.Shared;
using Barometre.WebApi.Demonstration;
using MediatR;

namespace Barometre.WebApi.Verbs;

/// <summary>The record that an operator means when naming a person on the command line.</summary>
internal static class PersonNamed
{
    /// <summary>The one record of that name (or id); a name that nobody or several people have is refused.</summary>
    public static async Task<Guid> FindAsync(IMediator mediator, string name) =>
        await OneAsync(mediator, name) ?? throw new VerbMisused($"Nobody here is called '{name}'.");

    /// <summary>The one record of that name (or id); when nobody has the name, also the command that opens one in the project of that name, or in the demonstration.</summary>
    public static async Task<(Guid ServiceUserId, OpenImportedRecordCommand? Opening)> FindOrNewAsync(WebApplication app, string name, string? project)
    {
        await using var scope = app.InstallationScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        if (await OneAsync(mediator, name) is { } known)
        {
            return (known, null);
        }

        if (Guid.TryParse(name, out _))
        {
            throw new VerbMisused($"There is no record {name}.");
        }

        var where = project is null ? await DemonstrationProjectAsync(mediator) : await ProjectNamedAsync(mediator, project);
        var id = Guid.CreateVersion7();
        return (id, new OpenImportedRecordCommand(id, where, name, "fr"));
    }

    /// <summary>A scope in which requests are the installation's operator's.</summary>
    public static AsyncServiceScope InstallationScope(this WebApplication app)
    {
        var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().IsInstallation(byOperator: true);
        return scope;
    }

    private static async Task<Guid> DemonstrationProjectAsync(IMediator mediator)
    {
        var content = DemonstrationContent.Read();
        await DemonstrationProjects.BeginAsync(mediator, content);
        return DemonstrationProjects.First(content);
    }

    private static async Task<Guid> ProjectNamedAsync(IMediator mediator, string name)
    {
        var found = await mediator.Send(new FindProjectsByNameQuery(name));
        return found.Count == 1 ? found[0] : throw new VerbMisused($"{found.Count} projects are called '{name}'.");
    }

    private static async Task<Guid?> OneAsync(IMediator mediator, string name)
    {
        var found = await mediator.Send(new FindPeopleByNameQuery(name));
        return found.Count switch
        {
            0 => null,
            1 => found[0],
            _ => throw new VerbMisused($"{found.Count} people are called that: give the record's id instead ({string.Join(", ", found)})."),
        };
    }
}
