using Barometre.Domain.Shared;

namespace Barometre.Domain.Participation;

/// <summary>What a project is, as its administrator describes it.</summary>
/// <param name="Name">At most 200 characters.</param>
/// <param name="Site">The place where it happens.</param>
/// <param name="Country">The country whose law holds.</param>
/// <param name="DataRegion">Where its data is kept, as a hosting region's code, for example <c>ca</c>.</param>
/// <param name="Languages"><c>fr</c>, <c>en</c> or both.</param>
/// <param name="RetentionMonths">Months that a record is kept after the last contact; null, which no project in France may say, keeps it until the person decides.</param>
/// <param name="Demonstration">True when nobody in it is real: its roles need no second factor.</param>
/// <param name="EmergencyHours">For how many hours a practitioner may open a record in an emergency, 1 to 72; null, as a rule, never.</param>
public sealed record ProjectDescription(
    string Name, string Site, Country Country, string DataRegion, IReadOnlyList<string> Languages, int? RetentionMonths, bool Demonstration, int? EmergencyHours = null)
{
    public bool Equals(ProjectDescription? other) =>
        other is not null
        && (Name, Site, Country, DataRegion, RetentionMonths, Demonstration, EmergencyHours)
            == (other.Name, other.Site, other.Country, other.DataRegion, other.RetentionMonths, other.Demonstration, other.EmergencyHours)
        && Languages.SequenceEqual(other.Languages, StringComparer.Ordinal);

    public override int GetHashCode() => HashCode.Combine(Name, Site, Country, DataRegion, RetentionMonths, Demonstration, EmergencyHours);
}

/// <summary>A site of an organisation where people are accompanied; roles are held in it and people are enrolled in it.</summary>
public sealed class Project : Aggregate
{
    private Project()
    {
    }

    public Guid Id { get; private init; }

    public Guid OrganisationId { get; private init; }

    public string Name { get; private set; } = "";

    public string Site { get; private set; } = "";

    public Country Country { get; private set; }

    public string DataRegion { get; private set; } = "";

    public string[] Languages { get; private set; } = [];

    /// <summary>Months after the last contact.</summary>
    public int? RetentionMonths { get; private set; }

    public bool Demonstration { get; private set; }

    /// <summary>Null, as a rule: no record is opened in an emergency.</summary>
    public int? EmergencyHours { get; private set; }

    public ProjectDescription Description => new(Name, Site, Country, DataRegion, Languages, RetentionMonths, Demonstration, EmergencyHours);

    public static Project Begin(Guid id, Guid organisationId, ProjectDescription description)
    {
        var project = new Project { Id = id, OrganisationId = organisationId };
        project.Set(description);
        return project;
    }

    public void Describe(ProjectDescription description)
    {
        Set(description);
        Touch();
    }

    private void Set(ProjectDescription description) =>
        (Name, Site, Country, DataRegion, Languages, RetentionMonths, Demonstration, EmergencyHours) = (
            description.Name, description.Site, description.Country, description.DataRegion, [.. description.Languages], description.RetentionMonths, description.Demonstration,
            description.EmergencyHours);
}
