using Barometre.Domain.Participation.Accounts;
using Barometre.Domain.Shared;

namespace Barometre.UnitTests.Participation;

public sealed class IntegratorKeyTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Both_keys_work_during_the_overlap_and_the_old_one_no_longer_after()
    {
        var old = Key();

        var next = old.Rotate([2], Guid.CreateVersion7(), Now, TimeSpan.FromHours(2), Now.AddDays(90));

        Assert.True(old.IsLive(Now.AddHours(1)));
        Assert.False(old.IsLive(Now.AddHours(2)));
        Assert.True(next.IsLive(Now.AddDays(89)));
        Assert.Equal(old.Scopes, next.Scopes);
    }

    [Fact]
    public void A_rotation_does_not_lengthen_the_old_keys_life()
    {
        var old = Key(Now.AddHours(1));

        old.Rotate([2], Guid.CreateVersion7(), Now, TimeSpan.FromHours(24), Now.AddDays(90));

        Assert.Equal(Now.AddHours(1), old.ExpiresAt);
    }

    [Fact]
    public void A_revoked_key_is_not_replaced()
    {
        var key = Key();
        key.Revoke(Now);

        var refused = Assert.Throws<RuleViolation>(() => key.Rotate([2], Guid.CreateVersion7(), Now, TimeSpan.Zero, Now.AddDays(1)));

        Assert.Equal("integrator.key-ended", refused.Error.Code);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(401)]
    public void A_key_lasts_until_a_day_to_come_and_not_for_years(int days)
    {
        Assert.Throws<RuleViolation>(() => Key(Now.AddDays(days)));
    }

    [Fact]
    public void A_scope_reaches_into_its_own_tab_only()
    {
        string[] scopes = ["quality_of_life:read", "plan:write"];

        Assert.Equal(AccessLevel.Read, KeyScope.LevelOf(scopes, Tab.QualityOfLife));
        Assert.Equal(AccessLevel.Contribute, KeyScope.LevelOf(scopes, Tab.Plan));
        Assert.Equal(AccessLevel.None, KeyScope.LevelOf(scopes, Tab.Network));
    }

    private static IntegratorKey Key(DateTimeOffset? until = null) =>
        IntegratorKey.Make(Guid.CreateVersion7(), Guid.CreateVersion7(), [1], ["quality_of_life:read"], Guid.CreateVersion7(), Now, until ?? Now.AddDays(90));
}
