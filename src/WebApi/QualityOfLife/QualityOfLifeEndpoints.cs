namespace Barometre.WebApi.QualityOfLife;

/// <summary>The endpoints of the module QualityOfLife.</summary>
internal static class QualityOfLifeEndpoints
{
    public static void MapQualityOfLife(this IEndpointRouteBuilder routes)
    {
        routes.MapInstruments();
        routes.MapAssessments();
        routes.MapComments();
        routes.MapStars();
        routes.MapReadings();
        routes.MapChanges();
        routes.MapBlindMode();
    }
}
