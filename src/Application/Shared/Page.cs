namespace Barometre.Application.Shared;

/// <summary>A page of a list, and the cursor that asks for the next one.</summary>
/// <param name="Items">In the list's own order.</param>
/// <param name="Next">Opaque; null on the last page.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
