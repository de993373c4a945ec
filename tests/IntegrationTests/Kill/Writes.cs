namespace Barometre.IntegrationTests.Kill;

/// <summary>One thing that a device sends: its request, and what is kept of it, once, when it was kept.</summary>
/// <param name="Content">As <see cref="Writes.Kept"/> tells it.</param>
internal sealed record Sent(Writes Of, Guid Id, HttpMethod Method, string Path, object Body, string Content);

/// <summary>A kind of thing that devices write without pause while the host is killed. A module that holds facts has at least one, or a test says so.</summary>
internal abstract class Writes
{
    /// <summary>One of each kind.</summary>
    public static IReadOnlyList<Writes> All { get; } =
    [
        .. typeof(Writes).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Writes))).OrderBy(type => type.Name, StringComparer.Ordinal).Select(type => (Writes)Activator.CreateInstance(type)!),
    ];

    /// <summary>The schema that it is kept in.</summary>
    public abstract string Module { get; }

    /// <summary>A query behind the walls: the id of each thing kept, and its content with the number of rows that say it.</summary>
    public abstract string Kept { get; }

    /// <summary>The next thing; null when it needs another that has not been acknowledged yet.</summary>
    public abstract Sent? Make(Guid person, Random random, IReadOnlyList<Sent> acknowledged);

    /// <summary>The device's clock.</summary>
    protected static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    protected Sent Put(Guid id, string path, object body, string content) => new(this, id, HttpMethod.Put, path, body, content);
}
