using Barometre.Application.Shared;
using Barometre.Application.Shared.Pipeline;
using Barometre.Domain.Participation.Accounts;
using Barometre.Domain.Shared;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Access;

/// <summary>Decides from the circle, for every request of every module; what is not allowed here is refused.</summary>
/// <remarks>A record that is not the caller's to know of answers as one that is not there (404); a member of the circle is told which tab is closed (403).</remarks>
public sealed class AccessDecider(Caller caller, IStandingReader standings, IRegister register, RememberedDecisions remembered) : IAccessDecider
{
    private static readonly IReadOnlyDictionary<Tab, AccessLevel> Everything = Enum.GetValues<Tab>().ToDictionary(tab => tab, _ => AccessLevel.Contribute);

    public Task<Grant> DecideAsync(Needed needed, string useCase, bool writes, CancellationToken cancellationToken) => needed switch
    {
        Needed.AnyoneAccess => Task.FromResult(new Grant(Role.ServiceUser, AccessLevel.None, null)),
        Needed.SystemAccess system => SystemAsync(system, useCase, writes, cancellationToken),
        _ => CallerAsync(needed, useCase, writes, cancellationToken),
    };

    public void Reconsider(Needed needed) => remembered.Forget(caller, needed);

    private async Task<Grant> SystemAsync(Needed.SystemAccess needed, string useCase, bool writes, CancellationToken cancellationToken)
    {
        if (!caller.IsSystem)
        {
            throw new NotSignedIn();
        }

        await standings.ReadAsync(needed.ServiceUserId, HoldOf(needed, writes), cancellationToken);
        if (caller.IsOperator && needed is { ServiceUserId: { } person, Tab: { } tab })
        {
            await register.EnterAsync(RegisterNote.OfOperator(person, writes, useCase, tab), cancellationToken);
        }

        return new Grant(Role.Administrator, AccessLevel.Contribute, null, Everything) { Together = true };
    }

    private async Task<Grant> CallerAsync(Needed needed, string useCase, bool writes, CancellationToken cancellationToken)
    {
        if (caller.AccountId is null && caller.KeyId is null)
        {
            throw new NotSignedIn();
        }

        var (grant, membership, tab) = await DecisionAsync(needed, writes, cancellationToken);
        if (membership is not null)
        {
            IReadOnlyList<Tab> opened = needed is Needed.AnyTabAccess ? [.. Enum.GetValues<Tab>().Where(grant.Sees)] : tab is { } one ? [one] : [];
            await register.EnterAsync(
                new RegisterNote(RecordOf(needed)!.Value, membership.OrganisationId, membership.Ground, membership.Id, opened, writes, useCase), cancellationToken);
        }

        return grant;
    }

    private async Task<Decision> DecisionAsync(Needed needed, bool writes, CancellationToken cancellationToken)
    {
        // Most readings come from somebody whose standing is what it was: what was decided from it is confirmed by the database in the round trip that reads.
        if (!writes && standings.MayExpect && remembered.Of(caller, needed) is { } before)
        {
            await standings.ExpectAsync(RecordOf(needed), before.AsSaid, cancellationToken);
            return before.Decision;
        }

        var standing = await standings.ReadAsync(RecordOf(needed), HoldOf(needed, writes), cancellationToken);
        if (!standing.SessionLive)
        {
            throw new NotSignedIn();
        }

        if (needed is Needed.SignedInAccess && caller.KeyId is not null)
        {
            // An integrator's key has no account of its own to look after.
            throw new Forbidden(SharedErrors.RoleNeeded);
        }

        var decision = Decide(needed, standing, writes);
        if (!writes)
        {
            remembered.Keep(caller, needed, decision, standing.AsSaid);
        }

        return decision;
    }

    /// <summary>The decision itself, from facts alone.</summary>
    internal static Decision Decide(Needed needed, Standing standing, bool writes) => needed switch
    {
        Needed.SignedInAccess => new Decision(new Grant(Role.ServiceUser, AccessLevel.None, null)),
        Needed.OwnWordsAccess own => standing.Scopes is not { } scopes ? new Decision(new Grant(Role.ServiceUser, AccessLevel.None, null))
            : KeyScope.LevelOf(scopes, own.Tab) == AccessLevel.Contribute ? new Decision(new Grant(Role.Integrator, AccessLevel.None, null))
            : throw new Forbidden(SharedErrors.TabClosed),
        Needed.OwnRecordAccess => standing.IsSelf ? new Decision(Grant.Self) : throw Refusal(standing),
        Needed.RecordAccess record => standing.IsSelf ? new Decision(Grant.Self, null, record.Tab) : ThroughTab(record, standing, writes),
        Needed.CircleAccess circle => standing.IsSelf ? new Decision(Grant.Self) : ThroughRole(circle, standing),
        Needed.AnyTabAccess => standing.IsSelf ? new Decision(Grant.Self) : ThroughAny(standing, writes),
        Needed.RightsAccess => standing.IsSelf ? new Decision(Grant.Self) : ThroughRights(standing),
        Needed.ProjectAccess project => new Decision(ThroughProject(project, standing)),
        _ => throw new NotFound(),
    };

    private static Decision ThroughTab(Needed.RecordAccess needed, Standing standing, bool writes)
    {
        var membership = Through(standing, writes, place => place.Levels[needed.Tab] >= needed.Level, place => (int)place.Levels[needed.Tab], SharedErrors.TabClosed);
        return new Decision(GrantOf(membership, membership.Levels[needed.Tab]), membership, needed.Tab);
    }

    private static Decision ThroughRole(Needed.CircleAccess needed, Standing standing)
    {
        // A representative is let through where their role is named.
        var membership = Through(standing, false, place => needed.Roles.Contains(place.Role) && !place.InEmergency, _ => 0, SharedErrors.RoleNeeded);
        return new Decision(GrantOf(membership, AccessLevel.None), membership);
    }

    private static Decision ThroughAny(Standing standing, bool writes)
    {
        var membership = Through(standing, writes, place => Open(place) > 0, Open, SharedErrors.TabClosed);
        return new Decision(GrantOf(membership, AccessLevel.Read), membership);
    }

    private static Grant GrantOf(Membership through, AccessLevel level) => new(through.Role, level, through.Id, through.Levels) { Together = through.Together };

    private static Decision ThroughRights(Standing standing)
    {
        List<Membership> places = [.. standing.Memberships, .. standing.Beside];
        var place = places.Find(place => place.DecidesRights)
            ?? (standing.Unclaimed ? places.Where(place => place is { Role: Role.Practitioner, InEmergency: false }) : [])
                .OrderByDescending(place => Weakness(standing, place.Role, place.Exempt) is null).FirstOrDefault()
            ?? throw Refusal(standing);
        RequireStrength(standing, place.Role, place.Exempt);
        return new Decision(new Grant(place.Role, AccessLevel.None, place.Id), place);
    }

    // Somebody may be in a circle twice (a relative who is also a practitioner): of the places that would do, first those that need no stronger sign-in than
    // the caller's, then the one that opens most. Two places are not added up: each has its own role.
    private static Membership Through(Standing standing, bool writes, Func<Membership, bool> does, Func<Membership, int> opens, Error otherwise)
    {
        if (standing.Memberships.Count == 0)
        {
            throw new NotFound();
        }

        var doing = standing.Memberships.Where(does).ToList();
        var place = doing.Where(place => !(writes && place.OnlyReads)).OrderByDescending(place => Weakness(standing, place.Role, place.Exempt) is null).ThenByDescending(opens).FirstOrDefault()
            ?? throw new Forbidden(doing.Count == 0 ? otherwise : SharedErrors.OnlyReads);
        RequireStrength(standing, place.Role, place.Exempt);
        return place;
    }

    private static int Open(Membership place) => place.Levels.Values.Count(level => level >= AccessLevel.Read);

    private static Grant ThroughProject(Needed.ProjectAccess needed, Standing standing)
    {
        var known = standing.Roles.Where(held => needed.ProjectId is null || held.ProjectId is null || held.ProjectId == needed.ProjectId).ToList();
        var role = known.Find(held => needed.Roles.Contains(held.Role));
        if (role is null)
        {
            throw known.Count == 0 && needed.ProjectId is not null ? new NotFound() : new Forbidden(SharedErrors.RoleNeeded);
        }

        RequireStrength(standing, role.Role, role.Exempt);
        return new Grant(role.Role, AccessLevel.None, null);
    }

    private static void RequireStrength(Standing standing, Role role, bool exempt)
    {
        if (Weakness(standing, role, exempt) is { } weakness)
        {
            throw new Forbidden(weakness);
        }
    }

    private static Error? Weakness(Standing standing, Role role, bool exempt) =>
        !PasswordPolicy.IsStaff(role) ? null
        : !standing.StrongSignIn && !exempt ? SharedErrors.SecondFactorNeeded
        : standing.ShortPassword ? AccountErrors.LongerPasswordNeeded
        : null;

    // Whoever is in the circle knows that the record is there.
    private static Exception Refusal(Standing standing) => standing.Memberships.Count == 0 ? new NotFound() : new Forbidden(SharedErrors.RoleNeeded);

    private static Guid? RecordOf(Needed needed) => needed switch
    {
        Needed.RecordAccess record => record.ServiceUserId,
        Needed.OwnRecordAccess own => own.ServiceUserId,
        Needed.CircleAccess circle => circle.ServiceUserId,
        Needed.AnyTabAccess any => any.ServiceUserId,
        Needed.RightsAccess rights => rights.ServiceUserId,
        Needed.SystemAccess system => system.ServiceUserId,
        _ => null,
    };

    private static RecordHold HoldOf(Needed needed, bool writes) =>
        !writes || RecordOf(needed) is null ? RecordHold.None : needed is Needed.RightsAccess or { Alone: true } ? RecordHold.AgainstEverything : RecordHold.AgainstAnswers;
}
