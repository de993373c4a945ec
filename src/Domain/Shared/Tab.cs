namespace Barometre.Domain.Shared;

/// <summary>A part of the record that the person opens or closes to each member of their circle.</summary>
public enum Tab
{
    QualityOfLife,
    Network,
    Strengths,
    Plan,
    Coproduction,
}

/// <summary>How far a tab is open to somebody: not at all, to read, or to read and add to.</summary>
public enum AccessLevel
{
    None,
    Read,
    Contribute,
}
