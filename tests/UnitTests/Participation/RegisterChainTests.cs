using Barometre.Application.Participation.Register;

namespace Barometre.UnitTests.Participation;

public sealed class RegisterChainTests
{
    private static readonly Guid Person = Guid.Parse("01890000-0000-7000-8000-000000000001");

    [Fact]
    public void Hashes_the_bytes_that_postgresql_hashes()
    {
        // sha256(''::bytea || convert_to('01890000-0000-7000-8000-000000000001|1|2026-01-02T03:04:05.000006||||practitioner||false|GetRecord', 'UTF8')), computed with sha256sum.
        var hash = RegisterChain.Next([], Line(1, []));

        Assert.Equal("2ae35a4f5f0b10efe9bb09af1fdd2a6d9b463ac16c00d382d800c68cddc063a0", Convert.ToHexStringLower(hash));
    }

    [Fact]
    public void Follows_entries_in_their_order()
    {
        var chain = new RegisterChain();
        var first = Chained([], 1);

        Assert.True(chain.Follow(first));
        Assert.True(chain.Follow(Chained(first.Hash, 2)));

        Assert.Equal((2L, null), (chain.Reached.Number, chain.FirstBreak));
    }

    [Fact]
    public void Stops_at_a_gap_and_at_an_altered_entry()
    {
        var first = Chained([], 1);
        var (gap, altered) = (new RegisterChain(), new RegisterChain());
        gap.Follow(first);
        altered.Follow(first);

        Assert.False(gap.Follow(Chained(first.Hash, 3)));
        Assert.False(altered.Follow(Chained(first.Hash, 2) with { Writes = true }));

        Assert.Equal((2L, 2L), (gap.FirstBreak, altered.FirstBreak));
    }

    private static RegisterLine Chained(byte[] before, long number)
    {
        var line = Line(number, []);
        return line with { Hash = RegisterChain.Next(before, line) };
    }

    private static RegisterLine Line(long number, byte[] hash) => new(
        Person, number, new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc).AddTicks(60), null, null, null, "practitioner", null, false, "GetRecord", hash);
}
