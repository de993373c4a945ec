using Barometre.Domain.Participation.Consents;
using Barometre.Domain.Shared;

namespace Barometre.Domain.Participation.Rights;

/// <summary>Whom the person keeps out: exactly one of these.</summary>
/// <param name="AccountId">Somebody, by name.</param>
/// <param name="OrganisationId">Everybody who acts for an organisation.</param>
/// <param name="ProjectId">Everybody who acts in a project.</param>
/// <param name="Role">Everybody with a role: practitioners, coordinators or other systems.</param>
public sealed record KeptOut(Guid? AccountId, Guid? OrganisationId, Guid? ProjectId, Role? Role)
{
    /// <summary>The roles that can be kept out as a whole; relatives are let in and out one by one.</summary>
    public static readonly IReadOnlyList<Role> Roles = [Shared.Role.Practitioner, Shared.Role.Coordinator, Shared.Role.Integrator];

    /// <summary>True when it names one thing, and a role that can be named.</summary>
    public bool IsOne => new[] { AccountId is not null, OrganisationId is not null, ProjectId is not null, Role is not null }.Count(said => said) == 1 && (Role is null || Roles.Contains(Role.Value));

    /// <summary>True for somebody who acts so.</summary>
    public bool Hits(Guid accountId, Role role, Guid? projectId, Guid? organisationId) =>
        AccountId == accountId || Role == role || (ProjectId is not null && ProjectId == projectId) || (OrganisationId is not null && OrganisationId == organisationId);
}

/// <summary>That the person keeps somebody, or a category, from information that names them, whatever a project's default (LRSSS, s. 7); in force until they lift it.</summary>
public sealed class Restriction
{
    private Restriction()
    {
    }

    public Guid ServiceUserId { get; private init; }

    public Guid Id { get; private init; }

    public Guid? AccountId { get; private init; }

    public Guid? OrganisationId { get; private init; }

    public Guid? ProjectId { get; private init; }

    public Role? Role { get; private init; }

    /// <summary>The tabs that are kept from them; null for the whole record.</summary>
    public Tab[]? Tabs { get; private init; }

    public Guid By { get; private init; }

    public RightsGround Ground { get; private init; }

    public DateTimeOffset Since { get; private init; }

    /// <summary>Null while it is in force.</summary>
    public DateTimeOffset? Until { get; private set; }

    public Guid? LiftedBy { get; private set; }

    public RightsGround? LiftedGround { get; private set; }

    public KeptOut KeptOut => new(AccountId, OrganisationId, ProjectId, Role);

    /// <param name="tabs">The tabs that are kept from them; none for the whole record.</param>
    public static Restriction Of(Guid serviceUserId, Guid id, KeptOut keptOut, IReadOnlyCollection<Tab> tabs, RightsAct act) => new()
    {
        ServiceUserId = serviceUserId, Id = id, AccountId = keptOut.AccountId, OrganisationId = keptOut.OrganisationId, ProjectId = keptOut.ProjectId, Role = keptOut.Role,
        Tabs = Few(tabs), By = act.By, Ground = act.Ground, Since = act.At,
    };

    /// <summary>True when the same was asked: asking again changes nothing.</summary>
    public bool Is(KeptOut keptOut, IReadOnlyCollection<Tab> tabs) => KeptOut == keptOut && (Tabs ?? []).SequenceEqual(Few(tabs) ?? []);

    /// <summary>Lifted twice, the first time stays.</summary>
    /// <exception cref="RuleViolation">Somebody else would lift what the person did from an account of their own.</exception>
    public void Lift(RightsAct act)
    {
        if (Ground == RightsGround.Person && act.Ground != RightsGround.Person)
        {
            throw new RuleViolation(RightsErrors.ThePersonLifts);
        }

        if (Until is null)
        {
            (Until, LiftedBy, LiftedGround) = (act.At, act.By, act.Ground);
        }
    }

    // All of them are the whole record, with whatever tab comes later.
    private static Tab[]? Few(IReadOnlyCollection<Tab> tabs) => tabs.Distinct().Count() is var few && (few == 0 || few == Enum.GetValues<Tab>().Length) ? null : [.. tabs.Distinct().Order()];
}
