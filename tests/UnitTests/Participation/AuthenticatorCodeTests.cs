using System.Text;
using Barometre.Domain.Participation.Accounts;

namespace Barometre.UnitTests.Participation;

public sealed class AuthenticatorCodeTests
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");

    // RFC 6238, appendix B, SHA-1: the last six of the eight digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Gives_the_codes_of_the_standard(long seconds, string code)
    {
        Assert.Equal(code, AuthenticatorCode.At(Key, seconds / AuthenticatorCode.StepSeconds));
    }

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void Is_taken_one_step_early_or_late(int late, bool taken)
    {
        const long Step = 1000;
        var now = DateTimeOffset.FromUnixTimeSeconds(Step * AuthenticatorCode.StepSeconds);

        Assert.Equal(taken ? Step + late : null, AuthenticatorCode.StepOf(Key, AuthenticatorCode.At(Key, Step + late), now, lastStep: 0));
    }

    [Fact]
    public void Is_not_taken_twice_nor_after_a_later_one()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1000 * AuthenticatorCode.StepSeconds);

        Assert.Null(AuthenticatorCode.StepOf(Key, AuthenticatorCode.At(Key, 1000), now, lastStep: 1000));
        Assert.Null(AuthenticatorCode.StepOf(Key, AuthenticatorCode.At(Key, 999), now, lastStep: 1000));
    }

    [Theory]
    [InlineData("")]
    [InlineData("28708")]
    [InlineData("２８７０８２")]
    public void Is_not_taken_from_what_is_not_six_digits(string typed)
    {
        Assert.Null(AuthenticatorCode.StepOf(Key, typed, DateTimeOffset.FromUnixTimeSeconds(59), lastStep: 0));
    }
}
