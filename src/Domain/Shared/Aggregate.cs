namespace Barometre.Domain.Shared;

/// <summary>Something that happened to one person's record, told to whoever computes from it; carries ids and codes only, never words.</summary>
public interface IDomainEvent
{
    /// <summary>The person whose record it happened to.</summary>
    Guid ServiceUserId { get; }
}

/// <summary>A cluster of facts changed as one; its <see cref="Version"/> is the public ETag and the concurrency token.</summary>
public abstract class Aggregate
{
    private readonly List<IDomainEvent> _events = [];

    /// <summary>Counts the changes, from 1.</summary>
    public int Version { get; private set; } = 1;

    public IReadOnlyList<IDomainEvent> Events => _events;

    public void ClearEvents() => _events.Clear();

    protected void Raise(IDomainEvent happened) => _events.Add(happened);

    protected void Touch() => Version++;
}
