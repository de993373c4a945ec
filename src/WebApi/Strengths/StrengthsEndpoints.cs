namespace Barometre.WebApi.Strengths;

/// <summary>The endpoints of the module Strengths.</summary>
internal static class StrengthsEndpoints
{
    public static void MapStrengths(this IEndpointRouteBuilder routes)
    {
        routes.MapStrengthBoards();
        routes.MapStrengthItems();
    }
}
