using Barometre.Application.Shared.Search;

namespace Barometre.UnitTests.Participation;

public sealed class NameSearchTests
{
    [Theory]
    [InlineData("zeph", "Zéphyr l’Inventé")]
    [InlineData("INV", "Zéphyr l’Inventé")]
    [InlineData("ZÉPHYR INV", "Zéphyr l’Inventé")]
    [InlineData("inv zé", "Zéphyr l’Inventé")]
    [InlineData("jean-p", "Jean-Pierre")]
    [InlineData("pie", "Jean-Pierre")]
    [InlineData("oe", "Œdipe")]
    [InlineData("œd", "Oedipe")]
    [InlineData("e\u0301lo", "Élodie")]
    [InlineData("", "Élodie")]
    [InlineData("   ", "Élodie")]
    [InlineData(null, "Élodie")]
    public void Finds_the_beginning_of_any_word_without_accent_or_case(string? typed, string name) => Assert.True(NameSearch.Finds(typed, name));

    [Theory]
    [InlineData("phyr", "Zéphyr")]
    [InlineData("zephyrine", "Zéphyr")]
    [InlineData("zep autre", "Zéphyr l’Inventé")]
    [InlineData("a", "")]
    public void Does_not_find_the_middle_of_a_word_or_a_longer_one(string typed, string name) => Assert.False(NameSearch.Finds(typed, name));

    [Fact]
    public void Sorts_as_a_french_speaker_does()
    {
        string[] names = ["zoé", "Étienne", "Eve", "edmond", "Œdipe", "Odile", "Pia"];

        Array.Sort(names, NameSearch.Compare);

        Assert.Equal(["edmond", "Étienne", "Eve", "Odile", "Œdipe", "Pia", "zoé"], names);
    }
}
