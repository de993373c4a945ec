using Barometre.Application.AccomplishmentPlan;
using Barometre.Application.AccomplishmentPlan.Actions;
using Barometre.Application.AccomplishmentPlan.Changes;
using Barometre.Application.AccomplishmentPlan.Contracts;
using Barometre.Application.AccomplishmentPlan.Figures;
using Barometre.Application.AccomplishmentPlan.FollowUps;
using Barometre.Application.AccomplishmentPlan.Links;
using Barometre.Application.AccomplishmentPlan.Prints;
using Barometre.Application.AccomplishmentPlan.Readings;
using Barometre.Application.AccomplishmentPlan.Reminders;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Acts;
using Barometre.Infrastructure.AccomplishmentPlan.Prints;
using Barometre.Infrastructure.AccomplishmentPlan.Readings;
using Barometre.Infrastructure.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Barometre.Infrastructure.AccomplishmentPlan;

/// <summary>The module AccomplishmentPlan: goals, actions, follow-up, reviews.</summary>
public static class AccomplishmentPlanSetup
{
    public static IServiceCollection AddAccomplishmentPlan(this IServiceCollection services)
    {
        services.AddModuleContext<IAccomplishmentPlanDb, AccomplishmentPlanDbContext>(options => new AccomplishmentPlanDbContext(options));
        services.AddScoped<PlanLinks>();
        services.AddScoped<Carriers>();
        services.AddScoped<PlanPictures>();
        services.AddScoped<CarriedReading>();
        services.AddScoped<PlanFiguring>();
        services.AddScoped<PlanOverviewSql>();
        services.AddScoped<IPlanChanges, PlanChanges>();
        services.AddScoped<IActsReader, PlanActs>();
        services.AddScoped<IPlanReader, PlanReader>();
        services.AddScoped<IPlanReviews, PlanReviews>();
        services.AddScoped<IRemindersDb>(provider => provider.GetRequiredService<AccomplishmentPlanDbContext>());
        services.AddReminders();
        services.AddScoped<IPrintsDb>(provider => provider.GetRequiredService<AccomplishmentPlanDbContext>());
        services.AddSingleton<IPrintMaker, PdfPrintMaker>();
        services.AddPrints();
        // The same thing sent twice at the same moment: one of them is told to send again.
        foreach (var key in (string[])["plan", "goal", "goal_wording", "goal_step", "level_wording", "level_rating", "action", "action_wording", "action_step",
            "carrying_fact", "occurrence_mark", "follow_up", "review", "reminder_choices", "reminder_address", "print", "print_file"])
        {
            services.AddSingleton(new ConstraintError($"{key}_pkey", SharedErrors.Concurrent));
        }

        services.AddSingleton(new ConstraintError("reminder_once", SharedErrors.Concurrent));
        services.AddPlanJobs();
        return services;
    }
}
