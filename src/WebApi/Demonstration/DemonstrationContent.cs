using System.Text.Json;
using System.Text.Json.Serialization;
using Barometre.Domain.Participation;
using Barometre.Domain.Shared;
using Barometre.Domain.Strengths;

namespace Barometre.WebApi.Demonstration;

/// <summary>Who and what the demonstration holds, as shipped in <c>people.v1.json</c>: everybody in it is invented but for the one person whose published data it shows.</summary>
/// <param name="Walker">Whose record trials change.</param>
internal sealed record DemonstrationContent(
    IReadOnlyList<ContentOrganisation> Organisations,
    IReadOnlyList<ContentProject> Projects,
    IReadOnlyList<ContentStaff> Staff,
    IReadOnlyList<ContentRelative> Relatives,
    IReadOnlyList<ContentPerson> People,
    ContentPerson Walker,
    ContentPerson RealPerson)
{
    /// <summary>The one password of all demonstration accounts: published, long enough for staff.</summary>
    public const string Password = "une-demonstration-sans-secret";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    /// <summary>Where the shipped files lie, beside the program.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Demonstration");

    public static DemonstrationContent Read() =>
        JsonSerializer.Deserialize<DemonstrationContent>(File.ReadAllText(Path.Combine(Folder, "people.v1.json")), Options)!;

    /// <summary>Everybody who has a record: the invented people, then the real one.</summary>
    public IEnumerable<ContentPerson> Everybody() => [.. People, Walker, RealPerson];

    /// <summary>Every account, with what it is and who has it; those of staff first.</summary>
    public IEnumerable<ContentAccount> Accounts() =>
    [
        .. Staff.Select(staff => new ContentAccount(staff.Account, staff.Role, staff.Name, staff.Departs ? $"{staff.Name} (has left)" : staff.Name)),
        .. Relatives.Select(relative => new ContentAccount(relative.Account, Role.Relative, relative.Name, relative.Name)),
        .. Everybody().Where(person => person.Account is not null)
            .Select(person => new ContentAccount(person.Account!, Role.ServiceUser, null, $"{person.CalledName} – {person.Story.En}")),
    ];
}

/// <summary>One account of the demonstration.</summary>
/// <param name="DisplayName">How others see it; a service user's is what they are called, in their record.</param>
/// <param name="Who">Who has it, and the story that their record tells.</param>
internal sealed record ContentAccount(string Name, Role Role, string? DisplayName, string Who);

internal sealed record ContentOrganisation(string Key, string Name, Country Country, PrivacyContact Contact);

internal sealed record ContentProject(
    string Key, string Organisation, string Name, string Site, Country Country, string DataRegion, IReadOnlyList<string> Languages, int? RetentionMonths = null);

/// <param name="Departs">They leave the project once everything is there.</param>
internal sealed record ContentStaff(string Key, string Account, string Name, Role Role, IReadOnlyList<string> Projects, bool Departs = false);

internal sealed record ContentRelative(string Key, string Account, string Name);

/// <param name="Account">Null for somebody who never made one.</param>
/// <param name="Opener">The practitioner who opened the record with them.</param>
/// <param name="AlsoIn">Projects that they entered later.</param>
/// <param name="StarsBefore">Stars that others took the place of.</param>
/// <param name="StarsWith">Who was there when the stars were chosen.</param>
internal sealed record ContentPerson(
    string Key,
    string CalledName,
    string? Account,
    string Language,
    string Project,
    string Opener,
    ContentStory Story,
    IReadOnlyList<ContentCourse>? Courses = null,
    IReadOnlyList<ContentComment>? Comments = null,
    IReadOnlyList<string>? Stars = null,
    IReadOnlyList<string>? StarsBefore = null,
    string? StarsWith = null,
    IReadOnlyList<ContentGuest>? Circle = null,
    IReadOnlyList<string>? AlsoIn = null,
    IReadOnlyList<ContentStrength>? Strengths = null,
    IReadOnlyList<ContentGapWord>? Gaps = null);

/// <summary>The story that the record tells, in both languages.</summary>
internal sealed record ContentStory(string Fr, string En);

/// <summary>Somebody whom the person invited.</summary>
/// <param name="Who">The key of a relative or of a practitioner of the person's project.</param>
/// <param name="Label">What the person calls a relative.</param>
internal sealed record ContentGuest(string Who, AccessLevel QualityOfLife, string? Label = null);

/// <param name="By"><c>person</c>, or the key of a practitioner.</param>
/// <param name="Closed">The person keeps the theme's comments to themself.</param>
internal sealed record ContentComment(string By, int DaysAgo, string Theme, string Words, bool Closed = false);

/// <param name="By"><c>person</c>, or the key of a practitioner, whose strength is a proposal unless it is named together.</param>
/// <param name="Answer">What the person said to a proposal; nothing yet when there is none.</param>
/// <param name="Reason">Why they said no, if they said.</param>
/// <param name="Pinned">One that the person is proudest of.</param>
internal sealed record ContentStrength(
    string By,
    int DaysAgo,
    string Words,
    StrengthKind Kind,
    StrengthDomain Domain,
    StrengthTime Time = StrengthTime.Now,
    Setting Setting = Setting.Alone,
    string? Suggestion = null,
    string? Theme = null,
    string? Resource = null,
    bool? Answer = null,
    string? Reason = null,
    bool Pinned = false);
