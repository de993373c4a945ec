using Barometre.Domain.Shared;

namespace Barometre.Domain.QualityOfLife;

/// <summary>What a project does with the instrument: themes it does not ask about, and themes of its own.</summary>
public sealed class ProjectThemes : Aggregate
{
    private readonly List<ThemeSetting> _settings = [];

    private ProjectThemes()
    {
    }

    public Guid ProjectId { get; private init; }

    public IReadOnlyList<ThemeSetting> Settings => _settings;

    /// <summary>The themes that the project added, shown or hidden, in the order of their codes.</summary>
    public IEnumerable<OwnTheme> OwnThemes =>
        _settings.Where(setting => setting.OwnTheme is not null).Select(setting => setting.OwnTheme!).OrderBy(own => own.Code, StringComparer.Ordinal);

    /// <summary>Since when the project does not ask about a theme; null while it does.</summary>
    public DateTimeOffset? HiddenSince(string theme) => _settings.Find(setting => setting.Theme == theme)?.HiddenSince;

    /// <summary>A project that takes the instrument as it is.</summary>
    public static ProjectThemes For(Guid projectId) => new() { ProjectId = projectId };

    /// <summary>Hides exactly <paramref name="hidden"/> and shows every other theme; adds own themes, which are never removed, only hidden.</summary>
    /// <remarks>An own theme that is left out is hidden: its answers keep their history.</remarks>
    /// <exception cref="RuleViolation">An own theme that is there already comes with another wording.</exception>
    public void Set(IReadOnlyCollection<string> hidden, IReadOnlyList<OwnTheme> own, DateTimeOffset now)
    {
        foreach (var theme in own)
        {
            var known = _settings.Find(setting => setting.Theme == theme.Code);
            if (known is null)
            {
                _settings.Add(ThemeSetting.Own(ProjectId, theme));
            }
            else if (known.OwnTheme != theme)
            {
                throw new RuleViolation(QualityOfLifeErrors.OwnThemeFixed);
            }
        }

        foreach (var code in hidden.Where(code => !_settings.Exists(setting => setting.Theme == code)).ToList())
        {
            _settings.Add(ThemeSetting.Plain(ProjectId, code));
        }

        foreach (var setting in _settings)
        {
            var leftOut = setting.OwnTheme is not null && own.All(theme => theme.Code != setting.Theme);
            setting.Hide(leftOut || hidden.Contains(setting.Theme), now);
        }

        Touch();
    }
}

/// <summary>What a project does with one theme.</summary>
public sealed class ThemeSetting
{
    private ThemeSetting()
    {
    }

    public Guid ProjectId { get; private init; }

    public string Theme { get; private init; } = "";

    /// <summary>The theme itself when it is the project's own; null for one of the instrument's.</summary>
    public OwnTheme? OwnTheme { get; private init; }

    /// <summary>Since when the project does not ask about it; null while it does.</summary>
    public DateTimeOffset? HiddenSince { get; private set; }

    internal static ThemeSetting Own(Guid projectId, OwnTheme theme) => new() { ProjectId = projectId, Theme = theme.Code, OwnTheme = theme };

    internal static ThemeSetting Plain(Guid projectId, string theme) => new() { ProjectId = projectId, Theme = theme };

    internal void Hide(bool hidden, DateTimeOffset now) => HiddenSince = hidden ? HiddenSince ?? FactTime.Microseconds(now) : null;
}

/// <summary>A theme that a project adds to a sphere of the instrument, in both languages.</summary>
/// <param name="Code"><c>project.</c> and a slug.</param>
public sealed record OwnTheme(string Code, string Sphere, Wording Name, Wording Prompt, Wording? Help, Wording Low, Wording High);
