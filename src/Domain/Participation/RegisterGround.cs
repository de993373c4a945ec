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
}
