using Barometre.Domain.Shared;

namespace Barometre.Domain.SocialNetwork;

/// <summary>What the module refuses, each code once.</summary>
public static class SocialNetworkErrors
{
    public static readonly Error NotYourMap = new(
        "social-network.not-your-map",
        "Le réseau est celui de la personne : seule ou avec vous, sur le même écran, elle dit qui en fait partie. À part, chacun peut noter comment il ou elle voit un lien. Rien n’a été changé.",
        "The network is the person’s: alone, or with you on one screen, they say who is in it. Apart from that, everyone may note how they see a tie. Nothing was changed.");

    public static readonly Error FactIdReused = new(
        "social-network.fact-id-reused",
        "Le fait {0} a déjà été reçu avec un autre contenu. Rien n’a été changé : une correction porte un nouvel identifiant.",
        "Fact {0} was already received with another content. Nothing was changed: a correction has an id of its own.");

    public static readonly Error FactTwice = new(
        "social-network.fact-twice",
        "Le même identifiant revient dans l’envoi. Rien n’a été changé.",
        "The same id comes twice in what was sent. Nothing was changed.");

    public static readonly Error UnknownAlter = new(
        "social-network.unknown-alter",
        "Cette entrée n’a pas été nommée dans ce réseau, ni avant ni dans cet envoi. Rien n’a été changé.",
        "This entry was not named in this network, neither before nor in what was sent. Nothing was changed.");

    public static readonly Error UnknownSnapshot = new(
        "social-network.unknown-snapshot",
        "Ce moment gardé n’existe pas dans ce réseau. Rien n’a été changé.",
        "There is no such kept moment in this network. Nothing was changed.");

    public static readonly Error UnknownMember = new(
        "social-network.unknown-member",
        "Personne n’a cette place dans le cercle du dossier. Rien n’a été changé.",
        "Nobody has this place in the record’s circle. Nothing was changed.");

    public static readonly Error ItselfTwice = new(
        "social-network.itself-twice",
        "Il faut deux entrées différentes. Rien n’a été changé.",
        "Two different entries are needed. Nothing was changed.");

    public static readonly Error NotOfThisKind = new(
        "social-network.not-of-this-kind",
        "Cette valeur ne va pas avec cette sorte de fait. Rien n’a été changé.",
        "This value does not go with this kind of fact. Nothing was changed.");

    public static readonly Error NothingSaid = new(
        "social-network.nothing-said",
        "Le fait ne dit rien : il lui faut au moins une valeur. Rien n’a été changé.",
        "The fact says nothing: it needs at least one value. Nothing was changed.");

    public static readonly Error NameTooLong = new(
        "social-network.name-too-long",
        "Un nom a au plus cent caractères. Rien n’a été changé.",
        "A name has at most a hundred characters. Nothing was changed.");

    public static readonly Error Unwritable = new(
        "social-network.unwritable",
        "Ce texte contient un caractère qui ne se voit ni ne s’imprime. Rien n’a été changé.",
        "This text holds a character that can be neither seen nor printed. Nothing was changed.");

    public static readonly Error MomentToCome = new(
        "social-network.moment-to-come",
        "On ne garde qu’un moment qui a eu lieu. Rien n’a été changé.",
        "Only a moment that has been can be kept. Nothing was changed.");

    public static readonly Error FromAfterTo = new(
        "social-network.from-after-to",
        "Le premier moment vient après le second. Rien n’a été changé.",
        "The first moment comes after the second. Nothing was changed.");

    public static readonly Error UnreadableFile = new(
        "social-network.unreadable-file",
        "Le fichier ne peut pas être lu comme un réseau. Rien n’a été importé.",
        "The file cannot be read as a network. Nothing was imported.");

    public static readonly Error UnknownSubject = new(
        "social-network.unknown-subject",
        "Ligne {0} : ce fait parle d’une entrée ou d’un moment gardé que ni le fichier ni le réseau ne nomme. Rien n’a été importé.",
        "Line {0}: this fact is about an entry or a kept moment that neither the file nor the network names. Nothing was imported.");

    public static readonly Error LineReused = new(
        "social-network.line-reused",
        "Ligne {0} : ce fait est déjà dans le réseau avec un autre contenu. Rien n’a été importé : une correction porte un nouvel identifiant.",
        "Line {0}: this fact is in the network already with another content. Nothing was imported: a correction has an id of its own.");

    public static readonly Error MissingColumn = new(
        "social-network.missing-column",
        "Il manque à ce fichier une colonne : les entrées ont nodeID et name ; les liens ont from et to ; les faits ont networkCanvasUUID, fact, subject et at. Rien n’a été importé.",
        "This file lacks a column: entries have nodeID and name; ties have from and to; facts have networkCanvasUUID, fact, subject and at. Nothing was imported.");

    public static readonly Error ColumnTwice = new(
        "social-network.column-twice",
        "Ligne {0} : deux colonnes portent le même nom. Rien n’a été importé.",
        "Line {0}: two columns have the same name. Nothing was imported.");

    public static readonly Error BadLine = new(
        "social-network.bad-line",
        "Ligne {0} : la ligne n’a pas la forme attendue. Rien n’a été importé.",
        "Line {0}: the line is not of the form expected. Nothing was imported.");

    public static readonly Error BadValue = new(
        "social-network.bad-value",
        "Ligne {0} : la valeur de « {1} » n’est pas permise. Rien n’a été importé.",
        "Line {0}: the value of “{1}” is not allowed. Nothing was imported.");

    public static readonly Error NodeTwice = new(
        "social-network.node-twice",
        "Ligne {0} : cette entrée ou ce lien est déjà dans le fichier. Rien n’a été importé.",
        "Line {0}: this entry or this tie is in the file already. Nothing was imported.");

    public static readonly Error UnknownNode = new(
        "social-network.unknown-node",
        "Ligne {0} : le lien mène à une entrée qui n’est pas dans le fichier. Rien n’a été importé.",
        "Line {0}: the tie leads to an entry that is not in the file. Nothing was imported.");

    public static readonly Error MoreFaults = new(
        "social-network.more-faults",
        "Il y a d’autres lignes à revoir : seules les {0} premières sont montrées. Rien n’a été importé.",
        "There are more lines to look at: only the first {0} are shown. Nothing was imported.");
}
