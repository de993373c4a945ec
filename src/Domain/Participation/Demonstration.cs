namespace Barometre.Domain.Participation;

/// <summary>The demonstration that this installation holds: since when its days are counted back, and whether it is whole.</summary>
public sealed class Demonstration
{
    private Demonstration()
    {
    }

    /// <summary>The version of its content, for example <c>v1</c>.</summary>
    public string Content { get; private init; } = "";

    /// <summary>When the first load began; a load that was interrupted goes on from the same moment.</summary>
    public DateTimeOffset BegunAt { get; private init; }

    /// <summary>Null while something of it may be missing.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    /// <param name="content">At most 20 characters.</param>
    /// <param name="now">Kept to the second.</param>
    public static Demonstration Begin(string content, DateTimeOffset now) =>
        new() { Content = content, BegunAt = DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds()) };

    /// <summary>It is whole; finished twice, the first moment stays.</summary>
    public void Finish(DateTimeOffset now) => FinishedAt ??= now;
}
