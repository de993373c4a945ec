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

internal sealed class KeepRecordHandler(IRightsDb db, ILastContact contacts, IRecordEnding ending, ICircleReader circle, ILegalNotices notices, TimeProvider time) : IRequestHandler<KeepRecordCommand, RetentionAct>
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
                await notices.TakeBackAsync(command.ServiceUserId, cancellationToken);
                break;
            case RetentionStep.AnnounceClosing:
                var announced = RecordKeeping.Announce(command.ServiceUserId, last, command.Months!.Value, now);
                db.Keepings.Add(announced);
                await TellAsync(command.ServiceUserId, LegalNotice.RecordCloses, announced.ClosesAt, cancellationToken);
                break;
            case RetentionStep.Close:
                await ending.CloseCircleAsync(command.ServiceUserId, cancellationToken);
                known!.Close(now);
                break;
            case RetentionStep.AnnounceErasing:
                known!.AnnounceErasing(now);
                await TellAsync(command.ServiceUserId, LegalNotice.RecordErases, known.ErasesAt!.Value, cancellationToken);
                break;
            case RetentionStep.Erase:
                await EraseAsync(command.ServiceUserId, now, cancellationToken);
                break;
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

    // The person; without an account of theirs, the practitioners beside them.
    private async Task TellAsync(Guid serviceUserId, LegalNotice notice, DateTimeOffset at, CancellationToken cancellationToken)
    {
        IEnumerable<Guid> accounts = await ending.AccountOfAsync(serviceUserId, cancellationToken) is { } account ? [account]
            : (await circle.PlacesAsync(serviceUserId, cancellationToken)).Where(place => place is { Active: true, Role: Domain.Shared.Role.Practitioner }).Select(place => place.AccountId).Distinct();
        foreach (var told in accounts)
        {
            await notices.TellAsync(serviceUserId, told, notice, DateOnly.FromDateTime(at.UtcDateTime), cancellationToken);
        }
    }
}

/// <summary>When something was last noted in a record, in whatever module: by the catalogue.</summary>
public interface ILastContact
{
    /// <summary>The person's rows must be open; null when nothing ever was.</summary>
    Task<DateTimeOffset?> NotedAsync(Guid serviceUserId, CancellationToken cancellationToken);
}
