using Barometre.Application.Participation.Organisations;
using Barometre.Domain.Shared;
using MediatR;

namespace Barometre.WebApi.Verbs;

/// <summary>Makes an account an administrator: how an installation gets its first.</summary>
internal static class AdministratorVerb
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var name])
        {
            throw new VerbMisused("administrator ACCOUNT");
        }

        await using var app = Host.Build([]);
        await AppointAsync(app, name);
        Console.WriteLine($"{name} administers this installation. At the next sign-in it takes a second factor or a passkey.");
        return 0;
    }

    internal static async Task AppointAsync(WebApplication app, string name)
    {
        await using var scope = app.InstallationScope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new AppointByOperatorCommand(name));
        }
        catch (RuleViolation)
        {
            throw new VerbMisused($"No account signs in as '{name}'. Make it first, with POST /api/v1/account.");
        }
    }
}
