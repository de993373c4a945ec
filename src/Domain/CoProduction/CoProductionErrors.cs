using Barometre.Domain.Shared;

namespace Barometre.Domain.CoProduction;

/// <summary>What the rules of CoProduction refuse, each code once.</summary>
public static class CoProductionErrors
{
    public static readonly Error UnclearThing = new(
        "coproduction.unclear-thing",
        "Un thème et une étoile se nomment par le code du thème, tout le reste par son identifiant, et jamais par les deux. Rien n’a été changé.",
        "A theme and a star are named by the theme’s code, everything else by its id, and never by both. Nothing was changed.");

    public static readonly Error NoGap = new(
        "coproduction.no-gap",
        "Sur ce thème, les deux points de vue ne sont pas assez éloignés pour qu’il y ait un écart dont parler. Rien n’a été changé.",
        "On this theme the two views are not far enough apart for there to be a gap to talk about. Nothing was changed.");

    public static readonly Error GapMoved = new(
        "coproduction.gap-moved",
        "Entre-temps, une des deux voix a dit autre chose de ce thème. Rien n’a été changé : relisez les deux réponses, puis dites où vous en êtes.",
        "Meanwhile one of the two voices said something else of this theme. Nothing was changed: read both answers again, then say where you stand.");

    public static readonly Error GapIsTwoVoices = new(
        "coproduction.gap-is-two-voices",
        "Un écart est entre la personne et qui l’accompagne : ce sont ces deux voix qui disent où elles en sont. Rien n’a été changé.",
        "A gap is between the person and whoever accompanies them: these two voices say where they stand. Nothing was changed.");

    public static readonly Error NotBesideAPractitioner = new(
        "coproduction.not-beside-a-practitioner",
        "Pour dire ensemble où vous en êtes, nommez l’intervenant ou l’intervenante de votre cercle qui est avec vous. Rien n’a été changé.",
        "To say together where you stand, name the practitioner of your circle who is with you. Nothing was changed.");

    public static readonly Error NothingThere = new(
        "coproduction.nothing-there",
        "Ce qui est nommé ici ne se trouve pas dans ce dossier. Rien n’a été changé.",
        "What is named here is not in this record. Nothing was changed.");

    public static readonly Error KeptToThemself = new(
        "coproduction.kept-to-themself",
        "La personne garde pour elle ce qui se dit de ce thème. Rien n’a été changé.",
        "The person keeps what is said of this theme to themself. Nothing was changed.");

    public static readonly Error NotYourMessage = new(
        "coproduction.not-your-message",
        "Chacun modifie ou retire ses propres paroles ; celles de la personne, avec elle, sur le même écran. Rien n’a été changé : vous pouvez répondre.",
        "Everyone edits or withdraws their own words; the person’s, together with them, on one screen. Nothing was changed: you can answer.");

    public static readonly Error MessageWithdrawn = new(
        "coproduction.message-withdrawn",
        "Ce message a été retiré : ses paroles ne reviennent pas. Rien n’a été changé ; écrivez un nouveau message.",
        "This message was withdrawn: its words do not come back. Nothing was changed; write a new message.");

    public static readonly Error NoteThrownAway = new(
        "coproduction.note-thrown-away",
        "Cette note a été jetée : ses paroles ne reviennent pas. Rien n’a été changé ; écrivez-en une nouvelle.",
        "This note was thrown away: its words do not come back. Nothing was changed; write a new one.");
}
