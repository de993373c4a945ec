using Barometre.Domain.Shared;

namespace Barometre.Domain.QualityOfLife;

/// <summary>A published version of the list of themes: spheres, themes, their wording. Never changed once published.</summary>
/// <param name="Code">The instrument's name, the same for all its versions.</param>
/// <param name="Version">Semantic: a new theme or wording is a new version.</param>
/// <param name="Status"><c>provisional</c> until people who use services have read it; shown wherever the instrument is.</param>
/// <param name="Notice">What the status means, to be shown with it.</param>
public sealed record Instrument(string Code, string Version, string Status, Wording Notice, Scale Scale, IReadOnlyList<Sphere> Spheres)
{
    /// <summary>The code of the instrument on quality of life.</summary>
    public const string QualityOfLife = "barometre-qol";

    public bool Has(string theme) => Spheres.Any(sphere => sphere.Themes.Any(one => one.Code == theme));

    /// <summary>The instrument as a project shows it: without what it hides, with what it adds at the end of each sphere.</summary>
    public Instrument For(ProjectThemes project) => this with { Spheres = [.. Spheres.Select(sphere => sphere with { Themes = Shown(sphere, project) })] };

    private static List<Theme> Shown(Sphere sphere, ProjectThemes project)
    {
        var shown = sphere.Themes.Where(theme => project.HiddenSince(theme.Code) is null).ToList();
        var last = sphere.Themes.Max(theme => theme.Position);
        foreach (var own in project.OwnThemes.Where(own => own.Sphere == sphere.Code && project.HiddenSince(own.Code) is null))
        {
            shown.Add(new Theme(own.Code, ++last, own.Name, own.Prompt, own.Help, own.Low, own.High));
        }

        return shown;
    }
}

/// <summary>The ends of the scale and its step, in points.</summary>
public sealed record Scale(int Min, int Max, int Step);

/// <summary>A part of life that themes are grouped by.</summary>
public sealed record Sphere(string Code, int Position, Wording Name, Wording Description, IReadOnlyList<Theme> Themes);

/// <summary>One thing to rate, in both languages, with what the ends of its scale mean.</summary>
/// <param name="Code">Stable over versions: <c>needs.housing</c>; <c>project.…</c> for a project's own.</param>
/// <param name="Help">Examples; null when there are none.</param>
public sealed record Theme(string Code, int Position, Wording Name, Wording Prompt, Wording? Help, Wording Low, Wording High);
