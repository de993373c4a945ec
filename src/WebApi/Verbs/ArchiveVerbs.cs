using Barometre.Application.Participation.Projects;
using Barometre.Application.Rights;
using Barometre.Application.Rights.Archives;
using Barometre.Application.Shared;
using Barometre.Domain.Rights;
using Barometre.Domain.Shared;
using Barometre.Infrastructure.Rights.Archives;
using MediatR;

namespace Barometre.WebApi.Verbs;

/// <summary>Verifies the archive of a record, or takes it in from another installation.</summary>
internal static class ArchiveVerbs
{
    private const string VerifyUsage = "verify-archive FILE [--signed-by FINGERPRINT]";
    private const string ImportUsage = "import archive FILE --project NAME [--signed-by FINGERPRINT]";

    /// <summary>Needs no database.</summary>
    public static Task<int> VerifyAsync(string[] args)
    {
        var (file, signedBy, _) = Parse(args, VerifyUsage);
        return Task.FromResult(Refusing(() =>
        {
            using var stream = File.OpenRead(file);
            using var archive = ArchiveFile.Open(stream);
            Require(archive, signedBy);
            Console.WriteLine($"{archive.Manifest.Files.Count} files are as they were signed, by the installation with the key {archive.SignedBy}.");
            return 0;
        }));
    }

    public static async Task<int> ImportAsync(string[] args)
    {
        var (file, signedBy, project) = Parse(args, ImportUsage);
        await using var app = Host.Build([]);
        return await ImportAsync(app, file, project ?? throw new VerbMisused(ImportUsage), signedBy, Console.Out);
    }

    internal static async Task<int> ImportAsync(WebApplication app, string file, string project, string? signedBy, TextWriter output)
    {
        try
        {
            await using var stream = File.OpenRead(file);
            using var archive = ArchiveFile.Open(stream);
            await using var scope = app.InstallationScope();
            var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
            Require(archive, signedBy ?? (await mediator.Send(new GetSigningKeyQuery())).Fingerprint);
            var found = await mediator.Send(new FindProjectsByNameQuery(project));
            var projectId = found.Count == 1 ? found[0] : throw new VerbMisused($"{found.Count} projects are called '{project}'.");
            var imported = await mediator.Send(new ImportArchiveCommand(archive.ServiceUserId, archive, projectId));
            await output.WriteLineAsync(imported.WasHere ? $"The record {imported.ServiceUserId} had come with this archive already." : $"The record {imported.ServiceUserId} is here: {imported.Rows} rows.");
            // On the terminal and nowhere else: who holds it can make the record theirs.
            await output.WriteLineAsync(imported.ClaimCode is { } claim
                ? $"The person claims it with this code, shown once, good until {claim.ExpiresAt:yyyy-MM-dd}; give it to them alone: {claim.Code}"
                : "The person has claimed it.");
            return 0;
        }
        catch (RuleViolation refused)
        {
            return await RefusedAsync(refused.Error);
        }
        catch (NotFound)
        {
            return await RefusedAsync(RightsErrors.RecordIsHere);
        }
    }

    private static int Refusing(Func<int> act)
    {
        try
        {
            return act();
        }
        catch (RuleViolation refused)
        {
            Console.Error.WriteLine($"{refused.Error.Code}: {refused.Error.English}");
            return 1;
        }
    }

    private static async Task<int> RefusedAsync(Error error)
    {
        await Console.Error.WriteLineAsync($"{error.Code}: {error.English}");
        return 1;
    }

    // A signature proves that nothing was changed since; whose it is, only whoever knows the installation's key can tell.
    private static void Require(ArchiveFile archive, string? signedBy)
    {
        if (signedBy is not null && !string.Equals(signedBy, archive.SignedBy, StringComparison.OrdinalIgnoreCase))
        {
            Console.Error.WriteLine($"It is signed by {archive.SignedBy}: compare that with the key that the other installation shows at /api/v1/signing-key, and name it with --signed-by.");
            throw new RuleViolation(RightsErrors.ArchiveSignedByAnother);
        }
    }

    private static (string File, string? SignedBy, string? Project) Parse(string[] args, string usage)
    {
        string? file = null, signedBy = null, project = null;
        for (var i = 0; i < args.Length; i++)
        {
            (file, signedBy, project) = args[i] switch
            {
                "--signed-by" when i + 1 < args.Length => (file, args[++i], project),
                "--project" when i + 1 < args.Length => (file, signedBy, args[++i]),
                _ when file is null && !args[i].StartsWith("--", StringComparison.Ordinal) => (args[i], signedBy, project),
                _ => throw new VerbMisused(usage),
            };
        }

        return file is null ? throw new VerbMisused(usage) : File.Exists(file) ? (file, signedBy, project) : throw new VerbMisused($"There is no file {file}.");
    }
}
