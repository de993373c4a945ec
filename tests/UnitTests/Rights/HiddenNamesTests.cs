using Barometre.Domain.Rights.GivenBack;
using FsCheck;
using FsCheck.Fluent;

namespace Barometre.UnitTests.Rights;

public sealed class HiddenNamesTests
{
    [Theory]
    [InlineData("Rose a bien fait.", "[…] a bien fait.")]
    [InlineData("Bravo, Rose ! Rose, c’est à toi.", "Bravo, […] ! […], c’est à toi.")]
    [InlineData("La station Rosemont, et une rose.", "La station Rosemont, et une rose.")]
    [InlineData("Mme Roy, et Rose  Roy.", "Mme […], et […].")]
    [InlineData("Avec Maman au parc.", "Avec […] au parc.")]
    [InlineData("Une maman.", "Une maman.")]
    [InlineData("L’ami d’Éloïse", "L’ami d’[…]")]
    [InlineData("L’ami d’E\u0301loi\u0308se", "L’ami d’[…]")]
    [InlineData("我和小明去公园", "我和[…]去公园")]
    [InlineData("С Дашей и Даша", "С Дашей и […]")]
    [InlineData("مع ليلى اليوم", "مع […] اليوم")]
    [InlineData("Personne (.*) de nommé", "Personne […] de nommé")]
    public void Names_are_replaced_where_they_stand_as_whole_words(string said, string kept) =>
        Assert.Equal(kept, new HiddenNames(["Rose Roy", ""], ["Maman", "Éloïse", "小明", "Даша", "ليلى", "(.*)", " "]).Hide(said));

    [Fact]
    public void Of_a_name_in_parts_the_small_words_stay() => Assert.Equal("Le but de […]", new HiddenNames(["Jean de la Tour"], []).Hide("Le but de Jean de la Tour"));

    [Fact]
    public void Whatever_names_and_words_there_are_no_name_is_left_and_without_names_nothing_changes() => Assert.All(Cases.Sample(20, 2_000), one =>
    {
        var hidden = new HiddenNames([one.Name], []);

        Assert.Equal(one.Words, new HiddenNames([], []).Hide(one.Words));
        Assert.Equal(hidden.Hide(one.Words), hidden.Hide(hidden.Hide(one.Words)));
        Assert.DoesNotContain(hidden.Hide(one.Words).Split(' ', '.', ','), word => word == one.Name);
    });

    private static Gen<(string Name, string Words)> Cases =>
        from name in Gen.Elements("Zoé", "Jo", "X+Y", "Ève-Lyne", "Łukasz", "Ñ1")
        from words in Gen.ArrayOf(Gen.Elements(name, name + "s", "le", "un", name.ToLowerInvariant(), "[…]", "d’" + name))
        from between in Gen.Elements(" ", ". ", ", ")
        select (name, string.Join(between, words));
}
