using Barometre.Domain.Participation;
using Barometre.Domain.Shared;

namespace Barometre.UnitTests.Participation;

public sealed class HeldRolesTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly Guid _account = Guid.CreateVersion7();
    private readonly Guid _project = Guid.CreateVersion7();

    [Fact]
    public void A_role_is_held_until_it_ends()
    {
        var role = RoleAssignment.InProject(Guid.CreateVersion7(), _account, _project, Role.Practitioner, Now);
        Assert.True(new HeldRoles(_account).IsSatisfiedBy(role));

        role.End(Now.AddDays(1));

        Assert.False(new HeldRoles(_account).IsSatisfiedBy(role));
    }

    [Fact]
    public void Another_role_project_or_account_is_not_meant()
    {
        var role = RoleAssignment.InProject(Guid.CreateVersion7(), _account, _project, Role.Practitioner, Now);

        Assert.True(new HeldRoles(_account, _project, Role.Practitioner).IsSatisfiedBy(role));
        Assert.False(new HeldRoles(_account, _project, Role.Coordinator).IsSatisfiedBy(role));
        Assert.False(new HeldRoles(_account, Guid.CreateVersion7(), Role.Practitioner).IsSatisfiedBy(role));
        Assert.False(new HeldRoles(Guid.CreateVersion7()).IsSatisfiedBy(role));
    }
}
