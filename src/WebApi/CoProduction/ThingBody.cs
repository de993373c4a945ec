using Barometre.Domain.CoProduction;

namespace Barometre.WebApi.CoProduction;

/// <summary>A thing of the record, named by its kind and by a theme’s code or its own id.</summary>
/// <param name="Theme">The theme’s code, for a theme and a star.</param>
/// <param name="Id">The thing’s id, for anything else.</param>
internal sealed record ThingBody(ThingKind Kind, string? Theme = null, Guid? Id = null)
{
    public Thing Named() => new(Kind, Theme, Id);
}
