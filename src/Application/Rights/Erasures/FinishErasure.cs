using System.Text;
using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using Barometre.Domain.Rights.Erasures;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Rights.Erasures;

/// <summary>Ends an erasing: looks once more at every table and at the waiting jobs, deletes the account unless it is kept, writes the certificate, and lets go of the erasing itself.</summary>
public sealed record FinishErasureCommand(Guid ServiceUserId, Guid ErasureId) : ICommand<bool>
{
    public Needed Access => Needed.SystemAlone(ServiceUserId);
}

internal sealed class FinishErasureHandler(
    IRightsDb db, IPersonalRows rows, ICertificates certificates, ISigningKey signing, IRecordEnding ending, IErasureTraces traces, IRecordKeys keys, IBackupTerm backups, TimeProvider time)
    : IRequestHandler<FinishErasureCommand, bool>
{
    public async Task<bool> Handle(FinishErasureCommand command, CancellationToken cancellationToken)
    {
        var erasure = await db.Erasures.SingleOrDefaultAsync(
            one => one.ServiceUserId == command.ServiceUserId && one.Id == command.ErasureId && one.State == ErasureState.Shredded, cancellationToken);
        if (erasure is null)
        {
            return false;
        }

        foreach (var table in await rows.TablesAsync(cancellationToken))
        {
            await db.CountAsync(command.ServiceUserId, table, await rows.DeleteAsync(table, cancellationToken), cancellationToken);
        }

        await db.CountAsync(command.ServiceUserId, "jobs", await rows.DeleteJobsAsync(command.ServiceUserId, cancellationToken), cancellationToken);
        var account = await AccountAsync(erasure, cancellationToken);
        erasure.Finish();
        await db.SaveChangesAsync(cancellationToken);
        await CertifyAsync(erasure, account, cancellationToken);
        await traces.LeaveAsync(erasure.ServiceUserId, time.GetUtcNow(), cancellationToken);
        return true;
    }

    private async Task<AccountOutcome> AccountAsync(Erasure erasure, CancellationToken cancellationToken)
    {
        if (erasure.AccountId is not { } account)
        {
            return AccountOutcome.None;
        }

        if (erasure.KeepsAccount || await ending.IsUsedElsewhereAsync(account, erasure.ServiceUserId, cancellationToken))
        {
            return erasure.KeepsAccount ? AccountOutcome.Kept : AccountOutcome.UsedElsewhere;
        }

        await db.CountAsync(erasure.ServiceUserId, "participation.account", await rows.DeleteAccountAsync(account, cancellationToken), cancellationToken);
        // What the account had sealed for itself (words of its own, from other records that were erased) goes with its key, in backups too.
        await keys.DeleteAsync(account, cancellationToken);
        await keys.LetGoAsync(account, cancellationToken);
        return AccountOutcome.Erased;
    }

    private async Task CertifyAsync(Erasure erasure, AccountOutcome account, CancellationToken cancellationToken)
    {
        var counted = await db.ErasedRows.AsNoTracking().Where(one => one.ServiceUserId == erasure.ServiceUserId).OrderBy(one => one.TableName).ToListAsync(cancellationToken);
        var content = ErasureCertificate.Write(
            erasure, account, [.. counted.Select(one => new ErasureCertificate.Rows(one.TableName, one.Count))], time.GetUtcNow(), backups.Days,
            (await signing.PublicAsync(cancellationToken)).Fingerprint);
        await certificates.CompleteAsync(erasure.Id, content, await signing.SignAsync(Encoding.UTF8.GetBytes(content), cancellationToken), cancellationToken);
    }
}

/// <summary>What became of the person's account.</summary>
public enum AccountOutcome
{
    /// <summary>There was none.</summary>
    None,

    Erased,

    /// <summary>The person keeps it, or came to it after the erasing was confirmed, when nobody had said anything of it.</summary>
    Kept,

    /// <summary>It holds a role, or a place around somebody else: that is not the record's to end.</summary>
    UsedElsewhere,
}

/// <summary>That a record was erased, for a day: so that what was under way elsewhere leaves nothing behind.</summary>
public interface IErasureTraces
{
    /// <summary>How long.</summary>
    static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>Takes the place of the erasing and of its counts.</summary>
    Task LeaveAsync(Guid serviceUserId, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Those that there are, and since when.</summary>
    Task<IReadOnlyList<(Guid ServiceUserId, DateTimeOffset Since)>> AllAsync(CancellationToken cancellationToken);

    Task RemoveAsync(Guid serviceUserId, CancellationToken cancellationToken);
}

/// <summary>For how many days whoever runs the installation states that they keep backups of the data, at most. Nothing here can check it: backups are made elsewhere.</summary>
/// <remarks>Setting: <c>BAROMETRE_BACKUP_DAYS</c>.</remarks>
public interface IBackupTerm
{
    /// <summary>Null when they have not said.</summary>
    int? Days { get; }
}
