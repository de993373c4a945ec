using Barometre.Domain.Shared;

namespace Barometre.Domain.CoProduction;

/// <summary>What the rules of CoProduction refuse, each code once.</summary>
public static class CoProductionErrors
{
    public static readonly Error UnclearThing = new(
        "coproduction.unclear-thing",
        "Un thème et une étoile se nomment par le code du thème, tout le reste par son identifiant, et jamais par les deux. Rien n’a été changé.",
        "A theme and a star are named by the theme’s code, everything else by its id, and never by both. Nothing was changed.");

    public static readonly Error NothingThere = new(
        "coproduction.nothing-there",
        "Ce qui est nommé ici ne se trouve pas dans ce dossier. Rien n’a été changé.",
        "What is named here is not in this record. Nothing was changed.");
}
