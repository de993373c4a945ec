namespace Barometre.Domain.Participation;

/// <summary>A person's stay in a project; a person may have several at a time, and leave.</summary>
public sealed class Enrolment
{
    private Enrolment()
    {
    }

    public Guid ServiceUserId { get; private init; }

    public Guid Id { get; private init; }

    public Guid ProjectId { get; private init; }

    public DateTimeOffset Since { get; private init; }

    /// <summary>Null while the person is in the project.</summary>
    public DateTimeOffset? Until { get; private set; }

    internal static Enrolment Begin(Guid serviceUserId, Guid projectId, DateTimeOffset now) =>
        new() { ServiceUserId = serviceUserId, Id = Guid.CreateVersion7(now), ProjectId = projectId, Since = now };

    internal void End(DateTimeOffset now) => Until ??= now;
}
