namespace Barometre.Domain.Shared;

/// <summary>What an account may be in a project; one account can hold several, in several projects.</summary>
public enum Role
{
    ServiceUser,
    Practitioner,
    Relative,
    Coordinator,
    Researcher,
    Administrator,
    Integrator,
}
