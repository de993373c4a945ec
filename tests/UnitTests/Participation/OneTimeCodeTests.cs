using Barometre.Application.Participation.Codes;

namespace Barometre.UnitTests.Participation;

public sealed class OneTimeCodeTests
{
    [Fact]
    public void Is_twelve_unambiguous_characters_in_three_groups()
    {
        Assert.All(Enumerable.Range(0, 200), _ => Assert.Matches("^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$", OneTimeCode.New()));
    }

    [Theory]
    [InlineData("7K3M-9QXR-T2VD", "7K3M9QXRT2VD")]
    [InlineData(" 7k3m 9qxr.t2vd ", "7K3M9QXRT2VD")]
    [InlineData("oil0-oil0-oil0", "011001100110")]
    public void Is_read_as_people_type_it(string typed, string expected)
    {
        Assert.Equal(expected, OneTimeCode.Read(typed));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("7K3M-9QXR-T2V")]
    [InlineData("7K3M-9QXR-T2VU")]
    [InlineData("7K3M-9QXR-T2VDD")]
    [InlineData("7K3M--------------------------------------9QXR-T2VD")]
    public void Is_not_read_from_what_cannot_be_one(string? typed)
    {
        Assert.Null(OneTimeCode.Read(typed));
    }
}
