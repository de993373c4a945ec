namespace Barometre.Domain.Participation;

/// <summary>On what ground somebody other than the person acted on a record.</summary>
public enum RegisterGround
{
    Practitioner,
    Relative,
    Integrator,
    Coordinator,

    /// <summary>Whoever runs the installation, on its command line.</summary>
    Operator,

    /// <summary>Somebody whom the law lets act in the person's rights.</summary>
    Representative,

    /// <summary>A practitioner who is not in the circle and opened the record in an emergency.</summary>
    Emergency,

    /// <summary>Whoever administers the installation, on a record's representatives.</summary>
    Administrator,
}
