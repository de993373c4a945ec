namespace Barometre.Domain.SocialNetwork.Telling;

/// <summary>The same words in French and in English.</summary>
public sealed record InBothLanguages(string Fr, string En);
