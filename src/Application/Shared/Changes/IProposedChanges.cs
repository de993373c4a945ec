using Barometre.Domain.Shared;

namespace Barometre.Application.Shared.Changes;

/// <summary>How a module lets a change of what the person made theirs be proposed by somebody else, and makes it once the person said yes.</summary>
/// <remarks>Nothing here decides: the making is the module's own ordinary command, in the name of whoever asks for it, and is refused to anybody but the person.</remarks>
public interface IProposedChanges<in TChange>
    where TChange : class
{
    /// <summary>What the change would be sent as, and about which thing.</summary>
    ProposedUse About(TChange change);

    /// <summary>What the change comes to, case, accents and punctuation left out: alike for two that say the same. Never kept.</summary>
    string Says(TChange change);

    /// <summary>The version of the thing; 0 when there is none yet, null when it is not, or no longer, among what the person made theirs.</summary>
    /// <param name="serviceUserId">Whose.</param>
    /// <param name="change">About what.</param>
    /// <param name="held">True to hold the thing until the end of the command.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    Task<int?> VersionAsync(Guid serviceUserId, TChange change, bool held, CancellationToken cancellationToken);

    /// <summary>Refuses what only the module can know to be wrong with a change that is being proposed.</summary>
    /// <param name="serviceUserId">Whose.</param>
    /// <param name="change">What is proposed.</param>
    /// <param name="path">Where it stands in the request.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    Task CheckAsync(Guid serviceUserId, TChange change, string path, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Makes the change, in the caller's transaction.</summary>
    Task MakeAsync(Guid serviceUserId, TChange change, YesTo yes, CancellationToken cancellationToken);

    /// <summary>What others wrote as new in the module and waits for the person's yes there, as far as the caller may see it.</summary>
    Task<IReadOnlyList<WaitingThing>> WaitingAsync(Guid serviceUserId, CancellationToken cancellationToken);
}

/// <summary>What a change would be sent as.</summary>
/// <param name="UseCase">The name of the module's own use case; null when the change says none, or more than one.</param>
/// <param name="ThingId">Null for what concerns all of them.</param>
public sealed record ProposedUse(string? UseCase, Guid? ThingId);

/// <summary>The person's yes to a change, alone or with somebody beside them.</summary>
/// <param name="FactId">The id of what comes of it.</param>
/// <param name="At">When it takes effect.</param>
/// <param name="PresentMemberId">The member of the circle who was there.</param>
/// <param name="Version">The version of the thing that they read.</param>
public sealed record YesTo(Guid FactId, DateTimeOffset At, Setting Setting, Guid? PresentMemberId, int Version);

/// <summary>Something new that somebody wrote for the person and that waits for their yes.</summary>
/// <param name="Kind"><c>goal</c>, <c>action</c> or <c>strength</c>.</param>
/// <param name="Under">The goal that an action is for.</param>
/// <param name="WaitsSince">When the server received it.</param>
public sealed record WaitingThing(string Kind, Guid Id, Guid? Under, string Words, Guid ProposedBy, Perspective Perspective, DateTimeOffset At, DateTimeOffset WaitsSince);
