namespace Barometre.Application.Rights.Contracts;

/// <summary>What becomes of an erasing that was asked for and has not begun when something changes around the person; in the command that changes it, with the person's rows open.</summary>
public interface IWaitingErasure
{
    /// <summary>The account has just claimed the record: the person is told, and has time to call the erasing off.</summary>
    Task ClaimedAsync(Guid serviceUserId, Guid accountId, CancellationToken cancellationToken);

    /// <summary>Calls off what was asked for in the person's right by whoever represents them, unless its time has come.</summary>
    Task CallOffRepresentedAsync(Guid serviceUserId, CancellationToken cancellationToken);
}
