using Barometre.Domain.Shared;

namespace Barometre.Domain.Participation.Consents;

/// <summary>What a study is, as people are told before they answer.</summary>
/// <param name="Title">At most 200 characters in each language.</param>
/// <param name="About">Who leads it, what it looks for and what it uses, in plain words; at most 2000 characters in each language.</param>
/// <param name="Themes">Codes of the themes of research that it touches.</param>
/// <param name="ProjectIds">The projects whose people it asks.</param>
/// <param name="EndsOn">After this day it asks nobody and uses nothing new.</param>
public sealed record StudyDescription(Wording Title, Wording About, IReadOnlyList<string> Themes, IReadOnlyList<Guid> ProjectIds, DateOnly EndsOn);

/// <summary>A study that asks people for their consent.</summary>
public sealed class ResearchStudy : Aggregate
{
    private ResearchStudy()
    {
    }

    public Guid Id { get; private init; }

    public Guid OrganisationId { get; private init; }

    public string TitleFr { get; private set; } = "";

    public string TitleEn { get; private set; } = "";

    public string AboutFr { get; private set; } = "";

    public string AboutEn { get; private set; } = "";

    public string[] Themes { get; private set; } = [];

    public Guid[] ProjectIds { get; private set; } = [];

    public DateOnly EndsOn { get; private set; }

    public StudyDescription Description => new(new Wording(TitleFr, TitleEn), new Wording(AboutFr, AboutEn), Themes, ProjectIds, EndsOn);

    public static ResearchStudy Begin(Guid id, Guid organisationId, StudyDescription description)
    {
        var study = new ResearchStudy { Id = id, OrganisationId = organisationId };
        study.Set(description);
        return study;
    }

    /// <summary>Told otherwise, it is another text: whoever said yes to the one before is asked again.</summary>
    public void Describe(StudyDescription description)
    {
        Set(description);
        Touch();
    }

    public bool IsSaidAs(StudyDescription description) =>
        description.Title == Description.Title && description.About == Description.About && EndsOn == description.EndsOn
        && Themes.SequenceEqual(description.Themes, StringComparer.Ordinal) && ProjectIds.SequenceEqual(description.ProjectIds);

    public bool AsksOn(DateOnly day) => day <= EndsOn;

    private void Set(StudyDescription description) =>
        (TitleFr, TitleEn, AboutFr, AboutEn, Themes, ProjectIds, EndsOn) = (
            description.Title.Fr, description.Title.En, description.About.Fr, description.About.En, [.. description.Themes], [.. description.ProjectIds], description.EndsOn);
}
