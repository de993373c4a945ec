using Barometre.Domain.Participation;
using Barometre.Domain.Shared;

namespace Barometre.UnitTests.Participation;

public sealed class ServiceUserTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private readonly Guid _project = Guid.CreateVersion7();

    [Fact]
    public void Is_claimed_once()
    {
        var person = Opened();
        var account = Guid.CreateVersion7();

        person.Claim(account);

        Assert.Equal((account, 2), (person.AccountId, person.Version));
        Assert.Equal("participation.already-claimed", Assert.Throws<RuleViolation>(() => person.Claim(Guid.CreateVersion7())).Error.Code);
    }

    [Fact]
    public void Moves_from_one_project_to_another_and_keeps_the_stay_it_ended()
    {
        var person = Opened();
        var next = Guid.CreateVersion7();

        person.Move(_project, next, Now);

        Assert.Equal((false, true, 2), (person.IsIn(_project), person.IsIn(next), person.Enrolments.Count));
        Assert.Equal(Now, person.Enrolments[0].Until);
        Assert.Throws<RuleViolation>(() => person.Move(_project, next, Now));
    }

    [Fact]
    public void Entering_and_leaving_twice_changes_once()
    {
        var person = Opened();

        person.Enrol(_project, Now);
        person.Leave(_project, Now);
        person.Leave(_project, Now.AddDays(1));

        Assert.Equal((2, 1, Now), (person.Version, person.Enrolments.Count, person.Enrolments[0].Until));
    }

    private ServiceUser Opened() => ServiceUser.Open(Guid.CreateVersion7(), [1], "fr", _project, Guid.CreateVersion7(), Now);
}
