using Barometre.Application.CoProduction.Effects;
using Barometre.Application.CoProduction.Meetings;
using Barometre.Application.Shared;
using Barometre.Domain.CoProduction.Meetings;
using Barometre.Infrastructure.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Barometre.Infrastructure.CoProduction;

/// <summary>Meetings and perceived effects, of the module CoProduction.</summary>
internal static class MeetingsSetup
{
    public static void AddMeetings(this IServiceCollection services)
    {
        services.AddScoped<IMeetingsDb>(provider => provider.GetRequiredService<CoProductionDbContext>());
        services.AddScoped<Attendance>();
        services.AddScoped<WaitingTopics>();
        services.AddScoped<AgendaSources>();
        services.AddScoped<AgendaDesk>();
        // The same thing sent twice at the same moment: one of them is told to send again.
        foreach (var key in (string[])["meeting_pkey", "meeting_step_pkey", "agenda_item_pkey", "agenda_fact_pkey", "agenda_item_thing", "agenda_fact_reason"])
        {
            services.AddSingleton(new ConstraintError(key, SharedErrors.Concurrent));
        }

        services.AddSingleton(new ConstraintError("meeting_step_closing", MeetingErrors.ClosedBefore));
    }

    public static void AddEffects(this IServiceCollection services)
    {
        services.AddScoped<IEffectsDb>(provider => provider.GetRequiredService<CoProductionDbContext>());
        services.AddSingleton<IEffectsQuestionnaires, EffectsLibrary>();
        services.AddSingleton<IPublishedContent, EffectsContent>();
        services.AddScoped<EffectsDesk>();
        services.AddScoped<EffectsBook>();
        foreach (var key in (string[])["effects_sheet_pkey", "effects_answer_pkey", "effects_showing_pkey"])
        {
            services.AddSingleton(new ConstraintError(key, SharedErrors.Concurrent));
        }

        services.AddEffectsJobs();
    }
}
