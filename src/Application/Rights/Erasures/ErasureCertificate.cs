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

    /// <summary>What whoever runs the installation states of backups, and the day that follows from it.</summary>
    private sealed record Backups(DateOnly? Until, Wording Said)
    {
        public static Backups Stated(int? days, DateTimeOffset now)
        {
            if (days is not { } stated)
            {
                return new Backups(null, new Wording(
                    "Qui exploite cette installation n’a pas indiqué pendant combien de temps des copies de secours sont gardées : vous pouvez le lui demander.",
                    "Whoever runs this installation has not stated for how long backups are kept: you can ask them."));
            }

            var until = DateOnly.FromDateTime(now.AddDays(stated).UtcDateTime);
            return new Backups(until, new Wording(
                string.Create(
                    CultureInfo.GetCultureInfo("fr-CA"),
                    $"Qui exploite cette installation déclare garder des copies de secours {stated} jours au plus, donc jusqu’au {until:d MMMM yyyy} ; Baromètre ne peut pas le vérifier."),
                string.Create(
                    CultureInfo.GetCultureInfo("en-CA"),
                    $"Whoever runs this installation states that they keep backups for {stated} days at most, hence until {until:MMMM d, yyyy}; Baromètre cannot check it.")));
        }
    }

    internal static string Write(Erasure erasure, AccountOutcome account, IReadOnlyList<Rows> rows, DateTimeOffset now, int? backupDays, string fingerprint)
    {
        var until = DateOnly.FromDateTime((now + Kept).UtcDateTime);
        var backups = Backups.Stated(backupDays, now);
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

    private static IReadOnlyList<Left> WhatIsKept(int givenBack, DateOnly until, Backups backups) =>
    [
        new("others_own_words", givenBack, null, new Wording(
            "Ce que d’autres avaient écrit dans le dialogue, pour chaque autrice ou auteur seul, sans les noms ni rien du dossier : leurs mots sont à eux. Cela va avec leur compte.",
            "What others had written in the dialogue, for each author alone, without the names or anything of the record: their words are theirs. It goes with their account.")),
        new("certificate", null, until, new Wording(
            "Ce certificat, qui ne dit pas de qui il parle : la preuve que la demande a été suivie.", "This certificate, which does not say whom it is about: the proof that the request was followed.")),
        new("notices_to_recipients", null, until, new Wording(
            "Pour qui avait reçu des données : l’avis de les supprimer, avec le numéro de dossier qui leur est connu et rien d’autre.",
            "For whoever had received data: the notice to remove it, with the record’s number that they know and nothing else.")),
        new("backups", null, backups.Until, new Wording(
            $"Des copies de secours, faites hors de Baromètre. {backups.Said.Fr} Les mots et les noms y sont chiffrés avec une clé qui a été supprimée : ils sont illisibles, dès que les copies de "
            + "secours des clés, gardées à part, ont disparu elles aussi.",
            $"Backups, made outside Baromètre. {backups.Said.En} Words and names in them are encrypted with a key that was deleted: they are unreadable, once the backups of the keys, kept apart, "
            + "are gone too.")),
    ];

    private static string French(Erasure erasure, AccountOutcome account, IReadOnlyList<Rows> rows, Backups backups, DateOnly until) => string.Create(
        CultureInfo.GetCultureInfo("fr-CA"),
        $"Le dossier a été effacé{(erasure.Ground == ErasureGround.Represented ? ", à la demande de qui représentait la personne selon la loi" : "")}. Depuis le {erasure.ShreddedAt:d MMMM yyyy, HH:mm} (UTC), personne ne peut plus en lire les mots ni les noms dans Baromètre. {rows.Sum(one => one.Count)} lignes ont été supprimées. "
        + $"{Account(account).Fr} {backups.Said.Fr} Ce certificat est gardé jusqu’au {until:d MMMM yyyy}.");

    private static string English(Erasure erasure, AccountOutcome account, IReadOnlyList<Rows> rows, Backups backups, DateOnly until) => string.Create(
        CultureInfo.GetCultureInfo("en-CA"),
        $"The record was erased{(erasure.Ground == ErasureGround.Represented ? ", as whoever represented the person in law asked" : "")}. Since {erasure.ShreddedAt:MMMM d, yyyy, HH:mm} (UTC) nobody can read its words or names in Baromètre any more. {rows.Sum(one => one.Count)} rows were deleted. "
        + $"{Account(account).En} {backups.Said.En} This certificate is kept until {until:MMMM d, yyyy}.");

    private static Wording Account(AccountOutcome account) => account switch
    {
        AccountOutcome.Erased => new("Le compte a été supprimé aussi.", "The account was deleted too."),
        AccountOutcome.Kept => new("Le compte est gardé.", "The account is kept."),
        AccountOutcome.UsedElsewhere => new("Le compte est gardé : il sert aussi à autre chose qu’à ce dossier.", "The account is kept: it serves something else than this record too."),
        _ => new("Il n’y avait pas de compte.", "There was no account."),
    };

    private static string Spelled<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
