namespace Barometre.Domain.Shared;

/// <summary>A text in both languages of the project.</summary>
/// <param name="Fr">French.</param>
/// <param name="En">English.</param>
public sealed record Wording(string Fr, string En);
