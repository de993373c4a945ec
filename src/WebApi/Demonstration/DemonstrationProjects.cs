using Barometre.Application.Participation.Demonstrations;
using Barometre.Domain.Participation;
using MediatR;

namespace Barometre.WebApi.Demonstration;

/// <summary>The demonstration's organisations and projects, by which it begins.</summary>
internal static class DemonstrationProjects
{
    /// <summary>The version of the content, as kept in the database.</summary>
    public const string Version = "v1";

    // Fixed, so that every installation's demonstration has the same ids for what does not depend on the day.
    private static readonly DateTimeOffset Epoch = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static Guid IdOf(string kind, string key) => Steady.Id(Epoch, $"{kind}/{key}");

    /// <summary>The project that records are opened in when no other is named.</summary>
    public static Guid First(DemonstrationContent content) => IdOf("project", content.Projects[0].Key);

    /// <summary>They are there afterwards.</summary>
    public static Task<DemonstrationStatus> BeginAsync(IMediator mediator, DemonstrationContent content) => mediator.Send(new BeginDemonstrationCommand(
        Version,
        [.. content.Organisations.Select(one => new DemonstrationOrganisation(IdOf("organisation", one.Key), one.Name, one.Country, one.Contact))],
        [.. content.Projects.Select(one => new DemonstrationProject(
            IdOf("project", one.Key),
            IdOf("organisation", one.Organisation),
            new ProjectDescription(one.Name, one.Site, one.Country, one.DataRegion, one.Languages, one.RetentionMonths, Demonstration: true)))]));
}
