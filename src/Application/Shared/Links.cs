namespace Barometre.Application.Shared;

/// <summary>What a link from one part of a record to a thing in another part can say of that thing, without its words.</summary>
public enum LinkState
{
    /// <summary>It is there, and open to the reader.</summary>
    There,

    /// <summary>It was there and no longer counts: a tie that ended, a strength set aside.</summary>
    Gone,

    /// <summary>It is there, and the person's projects no longer show it: a theme that was hidden.</summary>
    Hidden,

    /// <summary>The reader may not see the part of the record where it is.</summary>
    Closed,
}
