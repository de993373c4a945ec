using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Barometre.Domain.Participation;
using Barometre.Domain.Participation.Consents;
using Barometre.Domain.Shared;

namespace Barometre.Application.Participation.Consents;

/// <summary>A text to say yes or no to, as it is shown.</summary>
/// <param name="Language"><c>fr</c> or <c>en</c>.</param>
/// <param name="Hash">SHA-256 over the whole text: a yes names it.</param>
public sealed record ConsentText(ConsentKind Kind, string Version, string Language, string Hash, string Title, IReadOnlyList<ConsentSection> Sections)
{
    /// <summary>The whole text in one, which the hash is of.</summary>
    public string InOne() => string.Join('\n', Sections.Select(section => $"{section.Heading}\n{section.Words}").Prepend(Title));

    internal ShownText Shown => new(Version, Language, Hash);

    /// <summary>The text in French and in English.</summary>
    internal static IReadOnlyList<ConsentText> InBoth(ConsentContent content, AskedPurpose asked) => [Of(content, asked, "fr"), Of(content, asked, "en")];

    private static ConsentText Of(ConsentContent content, AskedPurpose asked, string language)
    {
        string Said(Wording wording) => asked.FillIn(language == "en" ? wording.En : wording.Fr, language);
        var (words, law) = (content.Purposes[asked.Purpose.Kind], content.Laws[asked.By.Country]);
        List<ConsentSection> sections =
        [
            .. Enum.GetValues<ConsentPart>().Select(part => new ConsentSection(part, Said(content.Headings[part]), string.Join(' ', Part(words, law, part).Select(Said)))),
        ];
        var text = new ConsentText(asked.Purpose.Kind, content.Version, language, "", Said(words.Title), sections);
        return text with { Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{content.Version}\n{language}\n{text.InOne()}"))) };
    }

    private static Wording[] Part(PurposeContent words, LawContent law, ConsentPart part) => part switch
    {
        ConsentPart.Who => [words.Who],
        ConsentPart.What => [words.What],
        ConsentPart.Why => [words.Why],
        ConsentPart.Basis => [words.Basis, law.Basis],
        ConsentPart.Recipients => [words.Recipients],
        ConsentPart.Where => [law.Where],
        ConsentPart.HowLong => [words.HowLong],
        ConsentPart.Rights => [law.Rights],
        ConsentPart.Withdraw => [words.Withdraw],
        _ => [law.Complain],
    };
}

/// <summary>A part of a text.</summary>
public sealed record ConsentSection(ConsentPart Part, string Heading, string Words);

/// <summary>A purpose that a person is asked about, and the names that its text needs.</summary>
/// <param name="By">Who asks.</param>
/// <param name="Study">The study, if it is one.</param>
/// <param name="System">The name of the other system, if it is one.</param>
/// <param name="Themes">The names of the themes of research that it touches, if any.</param>
internal sealed record AskedPurpose(Purpose Purpose, AskingProject By, StudyDescription? Study = null, string? System = null, IReadOnlyList<ResearchTheme>? Themes = null)
{
    public string FillIn(string words, string language)
    {
        var (english, culture) = (language == "en", CultureInfo.GetCultureInfo(language == "en" ? "en-CA" : "fr-CA"));
        string Of(Wording? wording) => (english ? wording?.En : wording?.Fr) ?? "";
        return new StringBuilder(words)
            .Replace("{organisation}", By.Organisation ?? (english ? "Whoever runs this installation" : "Qui exploite cette installation"))
            .Replace("{project}", By.Project ?? "Baromètre")
            .Replace("{contact}", By.Contact is { } contact ? $"{contact.Responsible}, {contact.Reach}"
                : english ? "ask whoever accompanies you how to reach them" : "demandez à la personne qui vous accompagne comment la joindre")
            .Replace("{region}", By.Region is { } region ? Of(HostingRegion.Named(region)) : english ? "where whoever runs this installation tells you" : "là où vous le dit qui exploite cette installation")
            .Replace("{retention}", Retention(english))
            .Replace("{channel}", Purpose.Subject == "mail" ? english ? "by mail" : "par courriel" : english ? "in your inbox here" : "dans votre boîte de réception ici")
            .Replace("{system}", System)
            .Replace("{theme}", Themes is [var theme, ..] ? Of(theme.Name) : "")
            .Replace("{themes}", Themes is { Count: > 0 } ? string.Join(", ", Themes.Select(one => Of(one.Name))) : english ? "none in particular" : "aucun en particulier")
            .Replace("{ends}", Study?.EndsOn.ToString("d MMMM yyyy", culture))
            // Last: whoever describes a study cannot make its words stand for ours.
            .Replace("{study}", Of(Study?.Title))
            .Replace("{about}", Of(Study?.About))
            .ToString();
    }

    private string Retention(bool english) => By.RetentionMonths is { } months
        ? english ? $"Until you have it erased, or {months} months after the last contact." : $"Jusqu’à ce que vous le fassiez effacer, ou {months} mois après le dernier contact."
        : english ? "Until you have it erased." : "Jusqu’à ce que vous le fassiez effacer.";
}

/// <summary>The project in whose name a person is asked; names are absent when the person is in none.</summary>
/// <param name="Contact">Absent while the organisation has not said whom to reach.</param>
/// <param name="Region">Where the data is kept, as a hosting region's code.</param>
internal sealed record AskingProject(Guid? ProjectId, string? Project, string? Organisation, Country Country, int? RetentionMonths, PrivacyContact? Contact, string? Region);

/// <summary>Hosting regions in words that people know; a code that nobody named is shown as it is.</summary>
internal static class HostingRegion
{
    public static Wording Named(string code) => code.ToLowerInvariant() switch
    {
        "qc" or "ca-qc" => new Wording("au Québec (Canada)", "in Québec (Canada)"),
        "ca" => new Wording("au Canada", "in Canada"),
        "fr" => new Wording("en France", "in France"),
        "eu" => new Wording("dans l’Union européenne", "in the European Union"),
        _ => new Wording(code, code),
    };
}
