using Barometre.Domain.Participation;
using Barometre.Domain.Shared;

namespace Barometre.UnitTests.Participation;

public sealed class ProjectTests
{
    [Fact]
    public void Is_what_its_description_says_languages_included()
    {
        var description = new ProjectDescription("Projet", "Ailleurs", Country.France, "fr", ["fr", "en"], 24, Demonstration: true);
        var project = Project.Begin(Guid.CreateVersion7(), Guid.CreateVersion7(), description);

        Assert.Equal(description with { Languages = ["fr", "en"] }, project.Description);
        Assert.NotEqual(description with { Languages = ["fr"] }, project.Description);
    }

    [Theory]
    [InlineData(Role.ServiceUser)]
    [InlineData(Role.Relative)]
    [InlineData(Role.Administrator)]
    public void Does_not_give_the_roles_that_come_from_elsewhere(Role role) =>
        Assert.Throws<RuleViolation>(() => RoleAssignment.InProject(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), role, DateTimeOffset.UnixEpoch));

    [Fact]
    public void A_role_ended_twice_ended_the_first_time()
    {
        var held = RoleAssignment.InProject(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Role.Practitioner, DateTimeOffset.UnixEpoch);

        held.End(DateTimeOffset.UnixEpoch.AddDays(1));
        held.End(DateTimeOffset.UnixEpoch.AddDays(2));

        Assert.Equal(DateTimeOffset.UnixEpoch.AddDays(1), held.Until);
    }
}
