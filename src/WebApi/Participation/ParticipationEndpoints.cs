namespace Barometre.WebApi.Participation;

/// <summary>Every endpoint of the module Participation.</summary>
internal static class ParticipationEndpoints
{
    public static void MapParticipation(this IEndpointRouteBuilder routes)
    {
        routes.MapOrganisations();
        routes.MapProjects();
        routes.MapRecords();
        routes.MapCircle();
        routes.MapConsents();
        routes.MapCommunications();
        routes.MapProtections();
        routes.MapProjectRights();
        routes.MapSessions();
        routes.MapAccount();
        routes.MapAccessCodes();
        routes.MapIntegrators();
    }
}
