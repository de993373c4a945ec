using Barometre.Application.CoProduction;
using Barometre.Application.CoProduction.Contracts;
using Barometre.Application.CoProduction.Dialogues;
using Barometre.Application.CoProduction.Marks;
using Barometre.Application.CoProduction.Notes;
using Barometre.Application.CoProduction.Overviews;
using Barometre.Application.CoProduction.Voices;
using Barometre.Application.Shared;
using Barometre.Infrastructure.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Barometre.Infrastructure.CoProduction;

/// <summary>The module CoProduction: what binds the tabs of a record.</summary>
public static class CoProductionSetup
{
    public static IServiceCollection AddCoProduction(this IServiceCollection services)
    {
        services.AddModuleContext<ICoProductionDb, CoProductionDbContext>(options => new CoProductionDbContext(options));
        services.AddScoped<IGlance, GlanceSql>();
        services.AddScoped<Things>();
        services.AddScoped<OpenThings>();
        services.AddScoped<HeldMessages>();
        services.AddScoped<IOthersSayings, OthersSayings>();
        services.AddScoped<HeldNotes>();
        services.AddScoped<OpenMarks>();
        services.AddScoped<GapStories>();
        services.AddScoped<GapTalks>();
        // Two devices that look for the first time at the same moment: one of them is told to send again.
        services.AddSingleton(new ConstraintError("visit_pkey", SharedErrors.Concurrent));
        // The same thing sent twice at the same moment: the same.
        foreach (var key in (string[])["message_fact", "read_mark", "mark_fact", "note", "note_fact", "gap_saying"])
        {
            services.AddSingleton(new ConstraintError($"{key}_pkey", SharedErrors.Concurrent));
        }

        services.AddMeetings();
        services.AddEffects();
        services.AddProposals();
        return services;
    }
}
