using Barometre.Domain.Shared;

namespace Barometre.Domain.Participation;

/// <summary>A role that an account holds in a project, from one moment to another; an administrator's is held in no project.</summary>
public sealed class RoleAssignment
{
    /// <summary>The roles that a project gives to somebody; being a service user or a relative comes from a record and its circle, and another system is named, never made out of somebody's account.</summary>
    public static readonly IReadOnlyList<Role> GivenByProjects = [Role.Practitioner, Role.Coordinator, Role.Researcher];

    private RoleAssignment()
    {
    }

    public Guid Id { get; private init; }

    public Guid AccountId { get; private init; }

    public Guid? ProjectId { get; private init; }

    public Role Role { get; private init; }

    public DateTimeOffset Since { get; private init; }

    /// <summary>Null while the role is held.</summary>
    public DateTimeOffset? Until { get; private set; }

    /// <exception cref="RuleViolation">A project does not give that role.</exception>
    public static RoleAssignment InProject(Guid id, Guid accountId, Guid projectId, Role role, DateTimeOffset now) =>
        GivenByProjects.Contains(role)
            ? new RoleAssignment { Id = id, AccountId = accountId, ProjectId = projectId, Role = role, Since = now }
            : throw new RuleViolation(ParticipationErrors.RoleNotGiven);

    public static RoleAssignment OfAdministrator(Guid id, Guid accountId, DateTimeOffset now) =>
        new() { Id = id, AccountId = accountId, Role = Role.Administrator, Since = now };

    /// <summary>The account holds the role no more; ended twice, the first moment stays.</summary>
    public void End(DateTimeOffset now) => Until ??= now;
}
