using Barometre.Application.Participation.Register;
using MediatR;

namespace Barometre.WebApi.Verbs;

/// <summary>Verifies that nobody has changed a register of who looked, or of communications, since it was written; exit code 1 when somebody has.</summary>
internal static class VerifyRegisterVerb
{
    public static async Task<int> RunAsync(string[] args)
    {
        var one = args switch
        {
            [] => (Guid?)null,
            ["--person", var text] when Guid.TryParse(text, out var id) => id,
            _ => throw new VerbMisused("verify-register [--person ID]"),
        };
        await using var app = Host.Build([]);
        return await VerifyAsync(app, one);
    }

    /// <summary>Each register in a scope of its own: one record per request.</summary>
    internal static async Task<int> VerifyAsync(WebApplication app, Guid? one)
    {
        var people = one is { } id ? [id] : await PeopleAsync(app);
        var (entries, broken) = (0L, 0);
        foreach (var (person, register) in people.SelectMany(person => Enum.GetValues<ChainedRegister>().Select(register => (person, register))))
        {
            await using var scope = app.InstallationScope();
            var verdict = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new VerifyRegisterQuery(person, register));
            entries += verdict.Entries;
            if (verdict.FirstBreak is { } number)
            {
                broken++;
                await Console.Error.WriteLineAsync($"{person}: the register {(register == ChainedRegister.WhoLooked ? "of who looked" : "of communications")} is broken at entry {number}.");
            }
        }

        Console.WriteLine($"{people.Count} records, {entries} entries hold, {broken} registers broken.");
        return broken == 0 ? 0 : 1;
    }

    private static async Task<IReadOnlyList<Guid>> PeopleAsync(WebApplication app)
    {
        await using var scope = app.InstallationScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ListRegistersQuery());
    }
}
