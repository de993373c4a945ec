using Barometre.Domain.Participation.Accounts;
using Barometre.Domain.Shared;

namespace Barometre.UnitTests.Participation;

public sealed class PasswordPolicyTests
{
    [Theory]
    [InlineData("neuf ours", false)]
    [InlineData("dix ours gris et blancs", true)]
    [InlineData("éléphant", false)]
    [InlineData("🐻🐻‍❄️🐼🐨🦊🐺🦝🐗", false)]
    public void Asks_for_length_and_nothing_else(string password, bool staff)
    {
        Assert.Null(Record.Exception(() => PasswordPolicy.Check(password, "Zéphyr", staff, _ => false)));
    }

    [Theory]
    [InlineData("huit ou", false, 8)]
    [InlineData("quatorze lettr", true, 15)]
    [InlineData("🐻🐼🐨🦊", false, 8)]
    public void Refuses_what_is_shorter_than_the_role_asks(string password, bool staff, int shortest)
    {
        var refused = Assert.Throws<RuleViolation>(() => PasswordPolicy.Check(password, "Zéphyr", staff, _ => false));

        Assert.Equal("account.password-too-short", refused.Error.Code);
        Assert.Equal(shortest, Assert.Single(refused.Arguments));
    }

    [Theory]
    [InlineData("Barometre")]
    [InlineData("ＢＡＲＯＭＥＴＲＥ")]
    [InlineData("barometre2026!")]
    [InlineData("barometrebarometre")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("123412341234")]
    public void Refuses_a_common_password_and_its_usual_disguises(string password)
    {
        var refused = Assert.Throws<RuleViolation>(() => PasswordPolicy.Check(password, "Zéphyr", staff: false, common => common == "barometre"));

        Assert.Equal("account.password-too-common", refused.Error.Code);
    }

    [Theory]
    [InlineData("Zéphyr l’Inventé", "zéphyr l’inventé")]
    [InlineData("Zéphyr", "mon zéphyr à moi")]
    public void Refuses_the_accounts_own_name(string name, string password)
    {
        var refused = Assert.Throws<RuleViolation>(() => PasswordPolicy.Check(password, name, staff: false, _ => false));

        Assert.Equal("account.password-is-name", refused.Error.Code);
    }

    [Fact]
    public void Lets_a_short_name_stand_inside_other_words()
    {
        Assert.Null(Record.Exception(() => PasswordPolicy.Check("lait chaud du matin", "Lai", staff: false, _ => false)));
    }
}
