namespace Barometre.WebApi.CoProduction;

/// <summary>The endpoints of the module CoProduction.</summary>
internal static class CoProductionEndpoints
{
    public static void MapCoProduction(this IEndpointRouteBuilder routes)
    {
        routes.MapOverviews();
        routes.MapDialogues();
        routes.MapNotes();
        routes.MapMarks();
        routes.MapVoices();
        routes.MapMeetings();
        routes.MapAgendas();
        routes.MapEffects();
        routes.MapProposals();
        routes.MapDegrees();
    }
}
