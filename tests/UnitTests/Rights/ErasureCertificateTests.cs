using System.Text.Json;
using Barometre.Application.Rights.Erasures;
using Barometre.Domain.Rights.Erasures;

namespace Barometre.UnitTests.Rights;

public sealed class ErasureCertificateTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 14, 15, 9, 26, TimeSpan.Zero);

    [Fact]
    public void Of_backups_it_says_who_states_what_and_that_nobody_checked_it()
    {
        var (words, left) = Written(35);

        Assert.Contains("states that they keep backups for 35 days at most, hence until April 18, 2026; Baromètre cannot check it.", words.GetProperty("en").GetString());
        Assert.Contains("déclare garder des copies de secours 35 jours au plus, donc jusqu’au 18 avril 2026 ; Baromètre ne peut pas le vérifier.", words.GetProperty("fr").GetString());
        Assert.Equal("2026-04-18", left.GetProperty("until").GetString());
        Assert.Contains("once the backups of the keys", left.GetProperty("why").GetProperty("en").GetString());
    }

    [Fact]
    public void Where_nothing_was_stated_it_promises_no_day()
    {
        var (words, left) = Written(null);

        Assert.Contains("has not stated for how long backups are kept", words.GetProperty("en").GetString());
        Assert.Contains("n’a pas indiqué", words.GetProperty("fr").GetString());
        Assert.Equal(JsonValueKind.Null, left.GetProperty("until").ValueKind);
    }

    private static (JsonElement Words, JsonElement Backups) Written(int? days)
    {
        var erasure = Erasure.ForRetention(Guid.CreateVersion7(), null, Now.AddDays(-1));
        erasure.Shred(0, Now);
        using var certificate = JsonDocument.Parse(ErasureCertificate.Write(erasure, AccountOutcome.None, [], Now, days, "empreinte"));
        var root = certificate.RootElement.Clone();
        return (root.GetProperty("words"), root.GetProperty("kept").EnumerateArray().Single(one => one.GetProperty("what").GetString() == "backups"));
    }
}
