namespace Barometre.Infrastructure.Rights.Archives;

/// <summary>What an archive says of itself to whoever opens it.</summary>
internal static class ArchiveWords
{
    private const string French = """
        Ce fichier contient tout ce que cette installation de Baromètre sait de vous.

        plan.pdf          à lire et à imprimer
        network/          votre réseau, pour d’autres logiciels (GraphML, CSV)
        people.json       qui est ou a été dans votre cercle, avec le numéro que portent les données
        account.json      votre compte : comment vous vous connectez, et quand
        record/           toutes les données, table par table (JSON) : ce que vous avez écrit et noté, ce que
                          d’autres ont noté avec vous, qui a regardé votre dossier, ce qui en est sorti
        manifest.json     la liste des fichiers, avec leurs sommes de contrôle (SHA-256)
        manifest.sig      la signature de cette liste par l’installation, et public-key.pem de quoi la vérifier

        Ce fichier n’est pas chiffré : gardez-le à un endroit où vous seul ou seule avez accès.

        """;

    private const string English = """
        This file holds everything that this installation of Baromètre knows about you.

        plan.pdf          to read and to print
        network/          your network, for other programs (GraphML, CSV)
        people.json       who is or was in your circle, with the number that the data carry
        account.json      your account: how you sign in, and when
        record/           all the data, table by table (JSON): what you wrote and noted, what others noted
                          with you, who looked at your record, what left it
        manifest.json     the list of files, with their checksums (SHA-256)
        manifest.sig      the installation's signature of that list, and public-key.pem to verify it with

        This file is not encrypted: keep it where only you have access.

        """;

    private const string FrenchOfOthers = """
        Ce fichier contient ce que cette installation de Baromètre sait d’une personne, remis à qui agit dans ses droits.
        N’y est pas ce qui n’est qu’à elle : ses notes privées, les commentaires qu’elle garde pour elle, ce qu’elle dit de
        la façon dont on travaille avec elle, qui a regardé son dossier, son compte.

        plan.pdf          à lire et à imprimer
        network/          le réseau, pour d’autres logiciels (GraphML, CSV)
        people.json       qui est ou a été dans le cercle, avec le numéro que portent les données
        record/           les données, table par table (JSON)
        manifest.json     la liste des fichiers, avec leurs sommes de contrôle (SHA-256)
        manifest.sig      la signature de cette liste par l’installation, et public-key.pem de quoi la vérifier

        Ce fichier n’est pas chiffré : gardez-le à un endroit où vous seul ou seule avez accès.

        """;

    private const string EnglishOfOthers = """
        This file holds what this installation of Baromètre knows about a person, given to whoever acts in their rights.
        It lacks what is theirs alone: private notes, comments that they keep to themself, what they say of how
        they are worked with, who looked at their record, their account.

        plan.pdf          to read and to print
        network/          the network, for other programs (GraphML, CSV)
        people.json       who is or was in the circle, with the number that the data carry
        record/           the data, table by table (JSON)
        manifest.json     the list of files, with their checksums (SHA-256)
        manifest.sig      the installation's signature of that list, and public-key.pem to verify it with

        This file is not encrypted: keep it where only you have access.

        """;

    /// <param name="language"><c>fr</c> or <c>en</c>.</param>
    /// <param name="whole">False when somebody else than the person takes it along.</param>
    public static string Of(string language, bool whole) => (language == "en", whole) switch
    {
        (true, true) => English,
        (true, false) => EnglishOfOthers,
        (false, true) => French,
        (false, false) => FrenchOfOthers,
    };
}
