using System.Data.Common;

namespace Barometre.WebApi.Verbs;

/// <summary>What the host can be asked to do from the command line; <c>serve</c> when nothing is said.</summary>
internal static class VerbTable
{
    private static readonly Dictionary<string, (string Help, Func<string[], Task<int>> Run)> All = new(StringComparer.Ordinal)
    {
        ["serve"] = ("serve the API (the default); --no-jobs: leave the background jobs to other nodes", ServeVerb.RunAsync),
        ["openapi"] = ("--output FILE, --errors FILE, --archive FILE: write the contract, the list of error codes, the form of archives; needs no database", OpenApiVerb.RunAsync),
        ["migrate"] = ("apply the migrations that are missing, as the owner", MigrateVerb.RunAsync),
        ["import"] = ("self-ratings FILE --mapping MAPPING --person NAME [--project NAME] [--skip-bad]: load repeated self-ratings; archive FILE --project NAME [--signed-by FINGERPRINT]: take in a record from another installation", args => args is ["archive", ..] ? ArchiveVerbs.ImportAsync(args[1..]) : ImportVerb.RunAsync(args)),
        ["administrator"] = ("ACCOUNT: make an account an administrator; how an installation gets its first", AdministratorVerb.RunAsync),
        ["verify-register"] = ("[--person ID]: verify that the registers of who looked and of communications were not altered; exit code 1 if it was", VerifyRegisterVerb.RunAsync),
        ["communications"] = ("--person NAME|ID --csv FILE: what left a person's record, for an authority; that it was taken is entered there", CommunicationsVerb.RunAsync),
        ["incident"] = ("note … | list | people ID [--csv FILE]: the register of incidents of confidentiality, and whom each concerns", IncidentVerb.RunAsync),
        ["change"] = ("--person NAME|ID [--json]: what changed for a person, theme by theme", ChangeVerb.RunAsync),
        ["recompute"] = ("--all | --person NAME|ID: recompute the indicators from the facts", RecomputeVerb.RunAsync),
        ["demo"] = ("load the demonstration, once; --print-accounts: print its accounts instead", DemoVerb.RunAsync),
        ["smoke"] = ("--url URL: walk through what people do, on a running installation with the demonstration", SmokeVerb.RunAsync),
        ["verify-archive"] = ("FILE [--signed-by FINGERPRINT]: verify that an archive is as it was signed; exit code 1 if it is not; needs no database", ArchiveVerbs.VerifyAsync),
        ["retention"] = ("[--dry-run]: announce, close and erase what may be kept no longer; --dry-run: only say what would be done; exit code 1 if a record failed", RetentionVerb.RunAsync),
        ["jobs"] = ("list | retry ID | retry --all: background jobs, and those given up", JobsVerb.RunAsync),
    };

    public static async Task<int> RunAsync(string[] args)
    {
        var verb = args.Length == 0 || args[0].StartsWith("--", StringComparison.Ordinal) && args[0] != "--help" ? "serve" : args[0];
        if (All.TryGetValue(verb, out var found))
        {
            return await RunAsync(found.Run, args.Length > 0 && args[0] == verb ? args[1..] : args);
        }

        Console.WriteLine("barometre VERB [options]");
        foreach (var (name, (help, _)) in All)
        {
            Console.WriteLine($"  {name,-16}{help}");
        }

        return verb is "--help" or "help" ? 0 : 2;
    }

    private static async Task<int> RunAsync(Func<string[], Task<int>> run, string[] args)
    {
        try
        {
            return await run(args);
        }
        catch (VerbMisused misused)
        {
            await Console.Error.WriteLineAsync(misused.Message);
            return 2;
        }
        catch (DbException refused) when (refused.SqlState is null or "28000" or "28P01" or "3D000")
        {
            // No connection, an unknown login or password, an unknown database: the operator's to set right, not a flaw to trace.
            await Console.Error.WriteLineAsync($"The database could not be used: {refused.Message}. Check BAROMETRE_DATABASE.");
            return 3;
        }
    }
}

/// <summary>A verb was asked for in a way that it does not understand, or for something that is not there; the message is for the operator.</summary>
internal sealed class VerbMisused(string message) : Exception(message);
