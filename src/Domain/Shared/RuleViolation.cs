namespace Barometre.Domain.Shared;

/// <summary>A rule of the domain refuses what was asked; nothing was changed. Answers 409.</summary>
/// <remarks>Arguments are numbers and codes only, never a person's words: they end in the answer and may end in a log.</remarks>
public sealed class RuleViolation(Error error, params object[] arguments) : Exception(error.Code)
{
    public Error Error { get; } = error;

    public IReadOnlyList<object> Arguments { get; } = arguments;
}
