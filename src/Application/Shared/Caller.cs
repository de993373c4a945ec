using Barometre.Application.Shared.Pipeline;
using Barometre.Domain.Shared;

namespace Barometre.Application.Shared;

/// <summary>Who is asking, for the time of one request: an account with a session, an integrator's key, the installation itself, or nobody known.</summary>
/// <remarks>Filled at the edge (HTTP, job, command line); <see cref="Grant"/> by the access decision only.</remarks>
public sealed class Caller
{
    public Guid? AccountId { get; private set; }

    public Guid? SessionId { get; private set; }

    /// <summary>The integrator's key, when the caller is another system.</summary>
    public Guid? KeyId { get; private set; }

    /// <summary>True for jobs and the command line: they act for the installation, through the worker's database login.</summary>
    public bool IsSystem { get; private set; }

    /// <summary>True when somebody who runs the installation asks, on its command line, rather than a job.</summary>
    public bool IsOperator { get; private set; }

    /// <summary>For whom the installation acts, when a job does something in a person's stead (their own copy of their record): what only their account may open is open to it too.</summary>
    public Guid? ActsFor { get; private set; }

    /// <summary>What the client sent so that sending again is one effect; null when it sent no key.</summary>
    public Repeatable? Repeatable { get; set; }

    /// <summary>The version the client says it saw (If-Match), if it sent one; 0 stands for a tag that is none of ours.</summary>
    public int? ExpectedVersion { get; set; }

    /// <summary>True when the client takes whatever version is there (<c>If-Match: *</c>).</summary>
    public bool ExpectsAnyVersion { get; set; }

    /// <summary>True once the request compared the version that the client saw with the one that is there: a race lost after that is a mismatch too.</summary>
    public bool ComparedVersions { get; private set; }

    /// <summary>What the access decision allowed; null until it has been made.</summary>
    public Grant? Grant { get; internal set; }

    public void IsAccount(Guid accountId, Guid sessionId) => (AccountId, SessionId) = (accountId, sessionId);

    /// <summary>Another system with a key: it acts as the integrator's own account.</summary>
    public void IsIntegrator(Guid keyId, Guid accountId) => (KeyId, AccountId) = (keyId, accountId);

    /// <param name="byOperator">Somebody asks on the command line; their acts on a record appear in its register.</param>
    public void IsInstallation(bool byOperator = false) => (IsSystem, IsOperator) = (true, byOperator);

    /// <summary>The installation acts for somebody: what they asked for, they may see whole.</summary>
    public void IsInstallationFor(Guid accountId) => (IsSystem, ActsFor) = (true, accountId);

    /// <summary>Forgets what the request found out so far: its transaction was undone, and it begins again.</summary>
    internal void BeginAgain()
    {
        (Grant, ComparedVersions) = (null, false);
        if (Repeatable is not null)
        {
            (Repeatable.Taken, Repeatable.Replayed) = (false, false);
        }
    }

    /// <summary>The account, or the integrator's key, that notes.</summary>
    /// <exception cref="NotSignedIn">It is neither.</exception>
    public Guid Author() => AccountId ?? KeyId ?? throw new NotSignedIn();

    /// <summary>The perspective to note in: the caller's own, or the person's when both are at one screen.</summary>
    /// <exception cref="Forbidden">Another view was asked for, or the caller is not at the person's side.</exception>
    public Perspective VoiceIn(Setting setting, Perspective? asked)
    {
        RequireSide(setting);
        var own = Grant!.Perspective;
        return asked is null || asked == own ? own
            : asked == Perspective.ServiceUser && setting == Setting.Joint ? Perspective.ServiceUser
            : throw new Forbidden(SharedErrors.NotYourView);
    }

    /// <summary>Refuses a noting together with the person by whoever is not at their side, and so cannot say their yes: another system, a relative, a practitioner whom the person did not allow it.</summary>
    public void RequireSide(Setting setting)
    {
        if (setting == Setting.Joint && Grant is { IsSelf: false, Together: false })
        {
            throw new Forbidden(Grant.As == Role.Integrator ? SharedErrors.NobodysSide : SharedErrors.NotTogether);
        }
    }

    /// <summary>Refuses an edit of another version than the client read; the installation itself reads nothing beforehand.</summary>
    public void Expect(int version)
    {
        RequireExpectation();
        ComparedVersions = true;
        if (ExpectedVersion is { } expected && expected != version)
        {
            throw new VersionMismatch(missing: false);
        }
    }

    /// <summary>Says for a command that this request sends in turn which version was read; disposed, what the client said stands again.</summary>
    internal IDisposable Having(int version)
    {
        var before = (ExpectedVersion, ExpectsAnyVersion);
        (ExpectedVersion, ExpectsAnyVersion) = (version, false);
        return new AsBefore(() => (ExpectedVersion, ExpectsAnyVersion) = before);
    }

    /// <summary>Refuses an edit whose client did not say which version it read.</summary>
    public void RequireExpectation()
    {
        if (ExpectedVersion is null && !ExpectsAnyVersion && !IsSystem)
        {
            throw new VersionMismatch(missing: true);
        }
    }

    private sealed class AsBefore(Action restore) : IDisposable
    {
        public void Dispose() => restore();
    }
}

/// <summary>The outcome of an access decision that allowed the request: as what the caller acts.</summary>
/// <param name="As">The role in which the caller acts; <see cref="Role.ServiceUser"/> is the person themself.</param>
/// <param name="Level">The level that the tab in question is open at; <see cref="AccessLevel.Contribute"/> for the person themself.</param>
/// <param name="MemberId">The circle membership used, when the caller is not the person.</param>
/// <param name="Others">How far each tab is open through the same place; none said, none open.</param>
public sealed record Grant(Role As, AccessLevel Level, Guid? MemberId, IReadOnlyDictionary<Tab, AccessLevel>? Others = null)
{
    /// <summary>The person on their own record.</summary>
    public static Grant Self { get; } = new(Role.ServiceUser, AccessLevel.Contribute, null);

    public bool IsSelf => As == Role.ServiceUser;

    /// <summary>True for a practitioner whose notings together with the person count as the person's too.</summary>
    public bool Together { get; init; }

    /// <summary>How far a tab of the record is open to the caller: what they read of one tab must not tell them what stands in another.</summary>
    public AccessLevel LevelOf(Tab tab) => IsSelf ? Level : Others?.GetValueOrDefault(tab, AccessLevel.None) ?? AccessLevel.None;

    /// <summary>True when the caller may read that tab of the record.</summary>
    public bool Sees(Tab tab) => LevelOf(tab) >= AccessLevel.Read;

    /// <summary>The perspective whose view the caller gives when noting facts alone.</summary>
    public Perspective Perspective => As switch
    {
        Role.ServiceUser => Perspective.ServiceUser,
        Role.Relative => Perspective.Relative,
        _ => Perspective.Practitioner,
    };
}
