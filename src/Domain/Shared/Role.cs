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

    /// <summary>Acts in the person's rights, because the law says so; held in no project, and never in the person's voice.</summary>
    Representative,
}
