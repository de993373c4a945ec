using Barometre.Application.AccomplishmentPlan.Contracts;
using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using Barometre.Domain.Rights.Erasures;
using Barometre.Domain.Rights.Retention;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Rights.Retention;

/// <summary>Does what the time since the last contact asks for, about one record; or only says it.</summary>
/// <param name="LastSeenAt">As far as it is known without looking at facts.</param>
public sealed record KeepRecordCommand(Guid ServiceUserId, int? Months, DateTimeOffset LastSeenAt, bool DryRun) : ICommand<RetentionAct>
{
    public Needed Access => Needed.SystemAlone(ServiceUserId);
}

internal sealed class KeepRecordHandler(IRightsDb db, ILastContact contacts, IRecordEnding ending, IKeepingReader readers, ILegalNotices notices, TimeProvider time) : IRequestHandler<KeepRecordCommand, RetentionAct>
{
    public async Task<RetentionAct> Handle(KeepRecordCommand command, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var known = await db.Keepings.SingleOrDefaultAsync(one => one.ServiceUserId == command.ServiceUserId, cancellationToken);
        var noted = await contacts.NotedAsync(command.ServiceUserId, cancellationToken);
        var last = noted > command.LastSeenAt ? noted.Value : command.LastSeenAt;
        var step = RecordKeeping.Due(known, Domain.Shared.FactTime.Microseconds(last), command.Months, now);
        if (!command.DryRun)
        {
            await DoAsync(step, command, known, last, now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }

        return new RetentionAct(command.ServiceUserId, step, last);
    }

    private async Task DoAsync(RetentionStep step, KeepRecordCommand command, RecordKeeping? known, DateTimeOffset last, DateTimeOffset now, CancellationToken cancellationToken)
    {
        switch (step)
        {
            case RetentionStep.Forget:
                db.Keepings.Remove(known!);
                await TellAsync(known!, [], cancellationToken);
                return;
            case RetentionStep.AnnounceClosing:
                known = RecordKeeping.Announce(command.ServiceUserId, last, command.Months!.Value, now);
                db.Keepings.Add(known);
                break;
            case RetentionStep.Close:
                await ending.CloseCircleAsync(command.ServiceUserId, cancellationToken);
                known!.Close(now);
                break;
            case RetentionStep.AnnounceErasing:
                known!.AnnounceErasing(now);
                break;
            case RetentionStep.Erase:
                await EraseAsync(command.ServiceUserId, now, cancellationToken);
                break;
        }

        if (known is not null)
        {
            // Each night anew: somebody may have come to act for the person since it was announced, or left.
            await TellAsync(known, await readers.ToldAsync(command.ServiceUserId, cancellationToken), cancellationToken);
        }
    }

    // One that was asked for and never confirmed erases nothing: it gives way, or it would keep the record for ever.
    private async Task EraseAsync(Guid serviceUserId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var open = await db.Erasures.SingleOrDefaultAsync(one => one.ServiceUserId == serviceUserId && one.State != ErasureState.Cancelled, cancellationToken);
        if (open is { State: not ErasureState.Asked })
        {
            return;
        }

        open?.Cancel(now);
        // Saved first: there is one at a time.
        await db.SaveChangesAsync(cancellationToken);
        db.Erasures.Add(Erasure.ForRetention(serviceUserId, await ending.AccountOfAsync(serviceUserId, cancellationToken), now));
    }

    private async Task TellAsync(RecordKeeping announced, IReadOnlyCollection<Guid> accounts, CancellationToken cancellationToken)
    {
        await notices.TellAsync(announced.ServiceUserId, accounts, LegalNotice.RecordCloses, DateOnly.FromDateTime(announced.ClosesAt.UtcDateTime), cancellationToken);
        if (announced is { ErasingAnnouncedAt: not null, ErasesAt: { } at })
        {
            await notices.TellAsync(announced.ServiceUserId, accounts, LegalNotice.RecordErases, DateOnly.FromDateTime(at.UtcDateTime), cancellationToken);
        }
    }
}

/// <summary>When something was last noted in a record, in whatever module: by the catalogue.</summary>
public interface ILastContact
{
    /// <summary>The person's rows must be open; null when nothing ever was.</summary>
    Task<DateTimeOffset?> NotedAsync(Guid serviceUserId, CancellationToken cancellationToken);
}
