using Barometre.Application.Shared;
using Barometre.Application.Shared.Jobs;
using Barometre.Domain.CoProduction.Effects;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.CoProduction.Effects;

/// <summary>Makes every project's reading of perceived effects anew, every night; each project in a transaction of its own. Returns how many releases were made.</summary>
public sealed record ReleaseEffectsCommand : ICommand<int>, ILongCommand
{
    public Needed Access => Needed.System;
}

internal sealed class ReleaseEffectsHandler(IEffectsDb db, IRecordScope records, IServiceScopeFactory scopes) : IRequestHandler<ReleaseEffectsCommand, int>
{
    public async Task<int> Handle(ReleaseEffectsCommand command, CancellationToken cancellationToken)
    {
        records.OpenForEveryone();
        var projects = await db.Sheets.AsNoTracking().Where(sheet => sheet.SubjectKind == EffectsSubjectKind.Service).Select(sheet => sheet.SubjectId).Distinct().ToListAsync(cancellationToken);
        var made = 0;
        foreach (var project in projects)
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Caller>().IsInstallation();
            made += await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ReleaseProjectEffectsCommand(project), cancellationToken);
        }

        return made;
    }
}

/// <summary>The work that keeps projects' readings.</summary>
public static class EffectsJobs
{
    // After the recomputations of the night, which it does not depend on: only their load.
    private const string Nightly = "0 20 4 * * ?";

    public static void AddEffectsJobs(this IServiceCollection services) =>
        services.AddSingleton<BackgroundWork>(new ScheduledWork<int>("coproduction.release-effects", Nightly, () => new ReleaseEffectsCommand()));
}
