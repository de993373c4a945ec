using Barometre.Domain.Shared;

namespace Barometre.Domain.Participation;

/// <summary>The roles that an account holds today; with a project and a role, that one, if it is held.</summary>
public sealed class HeldRoles : Specification<RoleAssignment>
{
    public HeldRoles(Guid? accountId) => Query.Where(held => held.AccountId == accountId && held.Until == null);

    public HeldRoles(Guid? accountId, Guid? projectId, Role role)
        : this(accountId) => Query.Where(held => held.ProjectId == projectId && held.Role == role);
}
