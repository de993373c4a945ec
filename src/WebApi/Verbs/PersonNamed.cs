using Barometre.Application.Participation.Records;
using Barometre.Application.Shared;
using MediatR;

namespace Barometre.WebApi.Verbs;

/// <summary>The record that an operator means when naming a person on the command line.</summary>
internal static class PersonNamed
{
    /// <summary>The one record of that name (or id); a name that nobody or several people have is refused.</summary>
    public static async Task<Guid> FindAsync(IMediator mediator, string name) =>
        await OneAsync(mediator, name) ?? throw new VerbMisused($"Nobody here is called '{name}'.");

    /// <summary>The one record of that name; opened in the demonstration project when nobody has the name.</summary>
    public static async Task<Guid> FindOrOpenAsync(IMediator mediator, string name) => await OneAsync(mediator, name) ?? throw new VerbMisused($"Nobody here is called '{name}'.");

    /// <summary>A scope in which requests are the installation's own.</summary>
    public static AsyncServiceScope InstallationScope(this WebApplication app)
    {
        var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().IsInstallation();
        return scope;
    }

    private static async Task<Guid?> OneAsync(IMediator mediator, string name)
    {
        if (Guid.TryParse(name, out var id))
        {
            return id;
        }

        var found = await mediator.Send(new FindPeopleByNameQuery(name));
        return found.Count switch
        {
            0 => null,
            1 => found[0],
            _ => throw new VerbMisused($"{found.Count} people are called that: give the record's id instead ({string.Join(", ", found)})."),
        };
    }
}
