using Barometre.Domain.Shared;

namespace Barometre.Application.Shared;

/// <summary>The access a request needs. Decided in one place, before anything else of the request runs.</summary>
public abstract record Access
{
    private Access()
    {
    }

    /// <summary>Alone with the record: the request waits for the commands under way in it, and those that come meanwhile wait for it. For a command that takes somebody's access away:
    /// nothing is written through it afterwards.</summary>
    public bool Alone { get; init; }

    /// <summary>Anybody, signed in or not (sign-in itself, the public instrument).</summary>
    public static Access Anyone { get; } = new AnyoneAccess();

    /// <summary>Anybody with a live session; the request concerns the caller's own account only.</summary>
    public static Access SignedIn { get; } = new SignedInAccess();

    /// <summary>Anybody with a live session, or another system with a key whose scopes let it write in <paramref name="tab"/>; the request concerns only what the caller said there themself.</summary>
    public static Access OwnWords(Tab tab) => new OwnWordsAccess(tab);

    /// <summary>Only the installation itself (jobs, the command line), on nobody's record or, at night, on everyone's.</summary>
    public static Access System { get; } = new SystemAccess(null, null);

    /// <summary>Only the installation itself (jobs, the command line), on one person's record; with a tab, the person's register shows what an operator does there.</summary>
    public static Access SystemFor(Guid serviceUserId, Tab? tab = null) => new SystemAccess(serviceUserId, tab);

    /// <summary>Only the installation itself, alone with the record.</summary>
    public static Access SystemAlone(Guid serviceUserId) => new SystemAccess(serviceUserId, null) { Alone = true };

    /// <summary>The person themself, or whoever they opened <paramref name="tab"/> to at <paramref name="level"/> or above.</summary>
    public static Access Record(Guid serviceUserId, Tab tab, AccessLevel level) => new RecordAccess(serviceUserId, tab, level);

    /// <summary>The person themself and nobody else.</summary>
    public static Access OwnRecord(Guid serviceUserId) => new OwnRecordAccess(serviceUserId);

    /// <summary>The person themself, or an active member of their circle with one of <paramref name="roles"/>, whatever tabs are open to them.</summary>
    public static Access Circle(Guid serviceUserId, params Role[] roles) => new CircleAccess(serviceUserId, roles);

    /// <summary>The person themself, or whoever they opened at least one tab to, to read: the grant says which, and nothing of the others may be shown.</summary>
    public static Access AnyTab(Guid serviceUserId) => new AnyTabAccess(serviceUserId);

    /// <summary>Whoever may decide in the person's rights: the person; a representative with that scope; while the person has no account, a practitioner of their circle beside them.</summary>
    public static Access Rights(Guid serviceUserId) => new RightsAccess(serviceUserId);

    /// <summary>Whoever holds one of <paramref name="roles"/> in that project.</summary>
    public static Access Project(Guid projectId, params Role[] roles) => new ProjectAccess(projectId, roles);

    /// <summary>Whoever holds one of <paramref name="roles"/> in any project.</summary>
    public static Access AnyProject(params Role[] roles) => new ProjectAccess(null, roles);

    public sealed record AnyoneAccess : Access;

    public sealed record SignedInAccess : Access;

    public sealed record OwnWordsAccess(Tab Tab) : Access;

    public sealed record SystemAccess(Guid? ServiceUserId, Tab? Tab) : Access;

    public sealed record RecordAccess(Guid ServiceUserId, Tab Tab, AccessLevel Level) : Access;

    public sealed record OwnRecordAccess(Guid ServiceUserId) : Access;

    public sealed record CircleAccess(Guid ServiceUserId, IReadOnlyList<Role> Roles) : Access;

    public sealed record AnyTabAccess(Guid ServiceUserId) : Access;

    public sealed record RightsAccess(Guid ServiceUserId) : Access;

    public sealed record ProjectAccess(Guid? ProjectId, IReadOnlyList<Role> Roles) : Access;
}
