using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Barometre.Domain.Rights.Erasures;
using Barometre.Domain.Shared;

namespace Barometre.Application.Rights.Erasures;

/// <summary>What a certificate says: when, how many rows of which tables, what is kept, why and until when; in figures and in plain words. Nothing of whom.</summary>
public static class ErasureCertificate
{
    /// <summary>How long a certificate can be had: three years, the time in which a claim about it can be made.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(3 * 365);

    private static readonly JsonSerializerOptions Plain = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Rows deleted of one table.</summary>
    public sealed record Rows(string Table, long Count);

    /// <summary>What stays, how many of it, until when and why.</summary>
    private sealed record Left(string What, int? Count, DateOnly? Until, Wording Why);

    internal static string Write(Erasure erasure, AccountOutcome account, IReadOnlyList<Rows> rows, DateTimeOffset now, int backupDays, string fingerprint)
    {
        var until = DateOnly.FromDateTime((now + Kept).UtcDateTime);
        var backups = DateOnly.FromDateTime(now.AddDays(backupDays).UtcDateTime);
        return JsonSerializer.Serialize(
            new
            {
                Format = "barometre-erasure-certificate/1",
                Certificate = erasure.Id,
                Installation = fingerprint,
                Ground = Spelled(erasure.Ground),
                erasure.AskedAt,
                erasure.ConfirmedAt,
                UnreadableSince = erasure.ShreddedAt,
                CompletedAt = FactTime.Microseconds(now),
                Account = Spelled(account),
                Rows = rows,
                Kept = WhatIsKept(erasure.GivenBack, until, backups),
                Words = new Wording(French(erasure, account, rows, backups, until), English(erasure, account, rows, backups, until)),
            },
            Plain);
    }

    private static IReadOnlyList<Left> WhatIsKept(int givenBack, DateOnly until, DateOnly backups) =>
    [
        new("others_own_words", givenBack, null, new Wording(
            "Ce que d’autres avaient écrit dans le dialogue, pour chaque autrice ou auteur seul, sans les noms ni rien du dossier : leurs mots sont à eux. Cela va avec leur compte.",
            "What others had written in the dialogue, for each author alone, without the names or anything of the record: their words are theirs. It goes with their account.")),
        new("certificate", null, until, new Wording(
            "Ce certificat, qui ne dit pas de qui il parle : la preuve que la demande a été suivie.", "This certificate, which does not say whom it is about: the proof that the request was followed.")),
        new("notices_to_recipients", null, until, new Wording(
            "Pour qui avait reçu des données : l’avis de les supprimer, avec le numéro de dossier qui leur est connu et rien d’autre.",
            "For whoever had received data: the notice to remove it, with the record’s number that they know and nothing else.")),
        new("backups", null, backups, new Wording(
            "Des copies de secours, illisibles quant aux mots et aux noms : la clé n’existe plus.", "Backups, unreadable as to words and names: the key is gone.")),
    ];

    private static string French(Erasure erasure, AccountOutcome account, IReadOnlyList<Rows> rows, DateOnly backups, DateOnly until) => string.Create(
        CultureInfo.GetCultureInfo("fr-CA"),
        $"Le dossier a été effacé. Depuis le {erasure.ShreddedAt:d MMMM yyyy, HH:mm} (UTC), personne ne peut plus en lire les mots ni les noms. {rows.Sum(one => one.Count)} lignes ont été supprimées. "
        + $"{Account(account).Fr} Les copies de secours disparaissent au plus tard le {backups:d MMMM yyyy}. Ce certificat est gardé jusqu’au {until:d MMMM yyyy}.");

    private static string English(Erasure erasure, AccountOutcome account, IReadOnlyList<Rows> rows, DateOnly backups, DateOnly until) => string.Create(
        CultureInfo.GetCultureInfo("en-CA"),
        $"The record was erased. Since {erasure.ShreddedAt:MMMM d, yyyy, HH:mm} (UTC) nobody can read its words or names any more. {rows.Sum(one => one.Count)} rows were deleted. "
        + $"{Account(account).En} Backups are gone by {backups:MMMM d, yyyy}. This certificate is kept until {until:MMMM d, yyyy}.");

    private static Wording Account(AccountOutcome account) => account switch
    {
        AccountOutcome.Erased => new("Le compte a été supprimé aussi.", "The account was deleted too."),
        AccountOutcome.Kept => new("Le compte est gardé, comme demandé.", "The account is kept, as asked."),
        AccountOutcome.UsedElsewhere => new("Le compte est gardé : il sert aussi à autre chose qu’à ce dossier.", "The account is kept: it serves something else than this record too."),
        _ => new("Il n’y avait pas de compte.", "There was no account."),
    };

    private static string Spelled<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
