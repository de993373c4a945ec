namespace Barometre.Domain.QualityOfLife;

/// <summary>A text in both languages of the project.</summary>
/// <param name="Fr">French.</param>
/// <param name="En">English.</param>
public sealed record Wording(string Fr, string En);

/// <summary>A published version of the list of themes: spheres, themes, their wording. Never changed once published.</summary>
/// <param name="Code">The instrument's name, the same for all its versions.</param>
/// <param name="Version">Semantic: a new theme or wording is a new version.</param>
/// <param name="Status"><c>provisional</c> until people who use services have read it; shown wherever the instrument is.</param>
/// <param name="Notice">What the status means, to be shown with it.</param>
public sealed record Instrument(string Code, string Version, string Status, Wording Notice, Scale Scale, IReadOnlyList<Sphere> Spheres);

/// <summary>The ends of the scale and its step, in points.</summary>
public sealed record Scale(int Min, int Max, int Step);

/// <summary>A part of life that themes are grouped by.</summary>
public sealed record Sphere(string Code, int Position, Wording Name, Wording Description, IReadOnlyList<Theme> Themes);

/// <summary>One thing to rate, in both languages, with what the ends of its scale mean.</summary>
/// <param name="Code">Stable over versions: <c>needs.housing</c>; <c>project.…</c> for a project's own.</param>
/// <param name="Help">Examples; null when there are none.</param>
public sealed record Theme(string Code, int Position, Wording Name, Wording Prompt, Wording? Help, Wording Low, Wording High);
