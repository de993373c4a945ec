using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.CoProduction.Meetings;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.CoProduction.Meetings;

/// <summary>Adds something in words to a meeting's agenda; by either. Sent again, one effect.</summary>
/// <param name="ItemId">Made by the device.</param>
public sealed record AddAgendaItemCommand(
    Guid ServiceUserId, Guid MeetingId, Guid ItemId, string Words, DateTimeOffset At, Setting Setting, Guid? PresentMemberId) : ICommand<KeptFact>, INoting
{
    internal const int LongestWords = 500;

    public Needed Access => Needed.Record(ServiceUserId, Tab.Coproduction, AccessLevel.Contribute);
}

internal sealed class AddAgendaItemValidator : AbstractValidator<AddAgendaItemCommand>
{
    public AddAgendaItemValidator()
    {
        this.RuleForNoting();
        RuleFor(command => command.ItemId).NotEmpty();
        RuleFor(command => command.Words).NotEmpty().MaximumLength(AddAgendaItemCommand.LongestWords);
    }
}

internal sealed class AddAgendaItemHandler(IMeetingsDb db, IRecordKeys keys, Caller caller, TimeProvider time) : IRequestHandler<AddAgendaItemCommand, KeptFact>
{
    public async Task<KeptFact> Handle(AddAgendaItemCommand command, CancellationToken cancellationToken)
    {
        var noting = caller.Decides(command.ServiceUserId, command.ItemId, command);
        var key = await keys.ForAsync(command.ServiceUserId, cancellationToken);
        var known = await db.AgendaFacts.AsNoTracking().FirstOrDefaultAsync(fact => fact.ServiceUserId == command.ServiceUserId && fact.Id == command.ItemId, cancellationToken);
        if (KeptFact.Again(known, noting, fact =>
            fact.MeetingId == command.MeetingId && fact.Kind == AgendaFactKind.Added && key.Says(MeetingColumns.AgendaWords, fact.WordsSealed, command.Words)) is { } same)
        {
            return same;
        }

        if (!await db.Meetings.AnyAsync(one => one.ServiceUserId == command.ServiceUserId && one.Id == command.MeetingId, cancellationToken))
        {
            throw new NotFound();
        }

        var (item, fact) = AgendaItem.Write(noting, command.MeetingId, key.Seal(MeetingColumns.AgendaWords, command.Words), time.GetUtcNow());
        db.AgendaItems.Add(item);
        db.AgendaFacts.Add(fact);
        await db.SaveChangesAsync(cancellationToken);
        return KeptFact.Of(fact);
    }
}
