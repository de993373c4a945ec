namespace Barometre.Domain.Participation.Incidents;

/// <summary>What kind of thing went wrong with personal information.</summary>
public enum IncidentKind
{
    /// <summary>Somebody looked who should not have.</summary>
    Access,

    /// <summary>Something was used for another purpose.</summary>
    Use,

    /// <summary>Something was given to whom it should not have been.</summary>
    Communication,

    /// <summary>Something was lost, or cannot be read.</summary>
    Loss,

    /// <summary>Anything else that touches the protection of personal information.</summary>
    Other,
}

/// <summary>When it happened and where to look for whom it concerns; no words, so that nothing of a record stands here.</summary>
/// <param name="Accounts">The accounts whose acts it is about; none = every account.</param>
/// <param name="Projects">The projects in whose name they acted; none = every project.</param>
public sealed record IncidentScope(DateTimeOffset From, DateTimeOffset Until, IReadOnlyList<Guid> Accounts, IReadOnlyList<Guid> Projects);

/// <summary>An incident of confidentiality that an operator noted; appended, never changed.</summary>
public sealed class Incident
{
    private Incident()
    {
    }

    public Guid Id { get; private init; }

    public IncidentKind Kind { get; private init; }

    public DateTimeOffset HappenedFrom { get; private init; }

    public DateTimeOffset HappenedUntil { get; private init; }

    public Guid[] AccountIds { get; private init; } = [];

    public Guid[] ProjectIds { get; private init; } = [];

    public DateTimeOffset NotedAt { get; private init; }

    public static Incident Of(Guid id, IncidentKind kind, IncidentScope scope, DateTimeOffset now) => new()
    {
        Id = id, Kind = kind, HappenedFrom = scope.From, HappenedUntil = scope.Until, AccountIds = [.. scope.Accounts], ProjectIds = [.. scope.Projects], NotedAt = now,
    };
}
