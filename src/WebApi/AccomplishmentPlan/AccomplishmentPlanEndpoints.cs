namespace Barometre.WebApi.AccomplishmentPlan;

/// <summary>The endpoints of the module AccomplishmentPlan.</summary>
internal static class AccomplishmentPlanEndpoints
{
    public static void MapAccomplishmentPlan(this IEndpointRouteBuilder routes)
    {
        routes.MapPlan();
        routes.MapGoals();
        routes.MapActions();
        routes.MapReminders();
        routes.MapPrints();
    }
}
