namespace Barometre.Domain.SocialNetwork;

/// <summary>What a fact of the network says.</summary>
public enum NetworkFactKind
{
    /// <summary>An alter enters the map, with a name, a kind and a circle of life.</summary>
    AlterNamed,

    /// <summary>An alter's name, kind or circle of life is another; what is not said stays.</summary>
    AlterChanged,

    /// <summary>An alter is a member of the record's circle, or no longer said to be one.</summary>
    AlterLinked,

    /// <summary>An alter is put somewhere on the picture.</summary>
    AlterPlaced,

    /// <summary>An alter has left the person's life; what was said stays.</summary>
    AlterLeft,

    /// <summary>An alter came back into the person's life.</summary>
    AlterBack,

    /// <summary>Somebody says how they see the tie between the person and an alter; what is not said stays.</summary>
    TieStated,

    /// <summary>Two alters know each other.</summary>
    AltersTied,

    /// <summary>Two alters no longer know each other, or never did.</summary>
    AltersUntied,

    /// <summary>Two entries turn out to be the same: the first goes into the second.</summary>
    AltersMerged,

    /// <summary>Two merged entries turn out to be two after all: their merging never was.</summary>
    MergeUndone,

    /// <summary>The person keeps a moment of their map under a name; named again, it is renamed or moved.</summary>
    SnapshotNamed,

    /// <summary>The person no longer keeps that moment apart; the map at its date can still be asked for.</summary>
    SnapshotDropped,
}

/// <summary>What an alter is.</summary>
public enum AlterKind
{
    Person,
    Animal,
    Group,
    Place,
}

/// <summary>The part of life that an alter belongs to.</summary>
public enum LifeCircle
{
    Family,
    Friends,
    Love,
    Neighbours,
    WorkOrSchool,
    Community,

    /// <summary>Whoever is there in the name of an organisation: health, social or other services.</summary>
    Services,
    Online,
    Other,
}

/// <summary>How often there is contact.</summary>
public enum ContactFrequency
{
    Daily,
    Weekly,
    Monthly,
    FewTimesAYear,
    Rarely,
    Never,
}

/// <summary>A kind of support, given or received.</summary>
public enum SupportKind
{
    /// <summary>Being listened to, comforted.</summary>
    Emotional,

    /// <summary>A hand with everyday things.</summary>
    Practical,

    /// <summary>Advice, knowing whom to ask.</summary>
    Information,

    /// <summary>Doing things together.</summary>
    Company,
    Money,
}
