using Barometre.Domain.Participation;
using Barometre.Domain.Shared;

namespace Barometre.Application.Participation.Access;

/// <summary>Everything that an access decision rests on, read or confirmed by the database at each request, so that a change counts at the next one.</summary>
/// <param name="SessionLive">The caller's session (or an integrator's key) exists, has not ended and has not expired.</param>
/// <param name="StrongSignIn">The session was opened with a second factor or a passkey.</param>
/// <param name="IsSelf">The record is the caller's own.</param>
/// <param name="Roles">The roles that the caller's account holds today.</param>
/// <param name="Memberships">The caller's memberships of the record's circle that are in force today.</param>
public sealed record Standing(bool SessionLive, bool StrongSignIn, bool IsSelf, IReadOnlyList<HeldRole> Roles, IReadOnlyList<Membership> Memberships)
{
    /// <summary>What an integrator's key may do; null when an account is signed in.</summary>
    public IReadOnlyCollection<string>? Scopes { get; init; }

    /// <summary>The account's password was set shorter than staff roles ask for: they do not work until it is changed.</summary>
    public bool ShortPassword { get; init; }

    /// <summary>The person has no account yet: they decide beside a practitioner of their circle.</summary>
    public bool Unclaimed { get; init; }

    /// <summary>Places of practitioners in a record that was closed before its person had an account: beside them the person may open it again, and nothing else is open.</summary>
    public IReadOnlyList<Membership> Beside { get; init; } = [];

    /// <summary>All of it as the database said it, by which that tells later whether it is still so; empty when there is nothing to tell. Ids and words of ours, nobody's own.</summary>
    public string AsSaid { get; init; } = "";
}

/// <summary>A role held in a project; an administrator's is held in none.</summary>
/// <param name="Exempt">The project is a demonstration: its roles need no second factor.</param>
public sealed record HeldRole(Role Role, Guid? ProjectId, bool Exempt);

/// <summary>A place in a record's circle, and how far each tab is open to it.</summary>
/// <param name="OrganisationId">The organisation on whose behalf a practitioner acts.</param>
/// <param name="Exempt">The practitioner's project is a demonstration: no second factor needed.</param>
public sealed record Membership(Guid Id, Role Role, Guid? OrganisationId, bool Exempt, IReadOnlyDictionary<Tab, AccessLevel> Levels)
{
    /// <summary>A representative who may decide in the person's rights.</summary>
    public bool DecidesRights { get; init; }

    /// <summary>A practitioner at the person's side: what they note together counts as the person's, as long as the person said, or while the person has no account.</summary>
    public bool Together { get; init; }

    /// <summary>No place in the circle: a practitioner opened the record in an emergency, to read.</summary>
    public bool InEmergency { get; init; }

    /// <summary>Neither a place that the person gave nor one to act from: it looks, and writes nothing in the record. What a representative decides about rights is no part of it.</summary>
    public bool OnlyReads => InEmergency || Role == Role.Representative;

    /// <summary>Why an act through this place was allowed, as the register says it.</summary>
    public RegisterGround Ground => InEmergency ? RegisterGround.Emergency : RegisterNote.GroundOf(Role);
}

/// <summary>Reads a caller's standing towards a record in one round trip, and opens that record's rows to the rest of the request.</summary>
public interface IStandingReader
{
    Task<Standing> ReadAsync(Guid? serviceUserId, RecordHold hold, CancellationToken cancellationToken);

    /// <summary>False within a command's transaction: an expectation that is not met would undo all of it.</summary>
    bool MayExpect { get; }

    /// <summary>Opens that record's rows to a request that was decided from an earlier standing: the database gives nothing, and enters nothing, unless it is still that one.</summary>
    Task ExpectAsync(Guid? serviceUserId, string asSaid, CancellationToken cancellationToken);
}

/// <summary>Against what a request holds a record until its transaction ends, so that of a change of the person's answers and an act that rests on them one comes first.</summary>
public enum RecordHold
{
    /// <summary>It reads: what it saw was so when it asked.</summary>
    None,

    /// <summary>It writes: the answers stay as they are until it ends. Any number at a time.</summary>
    AgainstAnswers,

    /// <summary>It changes an answer: nothing else is written meanwhile.</summary>
    AgainstEverything,
}

/// <summary>The register of who looked at a record: appended to, never changed, each entry chained to the one before.</summary>
public interface IRegister
{
    /// <summary>Kept before the reader sees anything: with a query, in the round trip that reads; with a command, in its transaction.</summary>
    Task EnterAsync(RegisterNote note, CancellationToken cancellationToken);
}

/// <summary>What the register keeps of one act on a record by somebody other than the person.</summary>
/// <param name="Ground">Why it was allowed: the role, in the circle or (a coordinator) in the project; or the command line of the installation.</param>
/// <param name="MemberId">The place in the circle; null for a coordinator and for the operator, who have none.</param>
/// <param name="Tabs">What was opened, an entry each: the person reads what, not that something was; none for an act that opens no tab, which is one entry.</param>
public sealed record RegisterNote(Guid ServiceUserId, Guid? OrganisationId, RegisterGround Ground, Guid? MemberId, IReadOnlyList<Tab> Tabs, bool Writes, string UseCase)
{
    /// <summary>An act by somebody who holds a role, on no tab.</summary>
    public RegisterNote(Guid serviceUserId, Guid? organisationId, Role role, Guid? memberId, bool writes, string useCase)
        : this(serviceUserId, organisationId, GroundOf(role), memberId, [], writes, useCase)
    {
    }

    /// <summary>An act of whoever runs the installation, on its command line.</summary>
    public static RegisterNote OfOperator(Guid serviceUserId, bool writes, string useCase, params IReadOnlyList<Tab> tabs) =>
        new(serviceUserId, null, RegisterGround.Operator, null, tabs, writes, useCase);

    internal static RegisterGround GroundOf(Role role) => role switch
    {
        Role.Representative => RegisterGround.Representative,
        Role.Administrator => RegisterGround.Administrator,
        Role.Practitioner => RegisterGround.Practitioner,
        Role.Relative => RegisterGround.Relative,
        Role.Integrator => RegisterGround.Integrator,
        Role.Coordinator => RegisterGround.Coordinator,
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "This role opens no record."),
    };
}
