using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.CoProduction.Dialogues;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.CoProduction.Dialogues;

/// <summary>Takes one's own words back by the message's id, whatever place one has in the record now, or none any more: nothing of it is read. Sent again, one effect.</summary>
/// <param name="WithdrawalId">Made by the device.</param>
/// <remarks>For what the caller said in their own voice. What was said in the person's is the person's, who always has their record (<see cref="WithdrawMessageCommand"/>).
/// Another system says things as one account, whatever key it sends: a key takes back what was said where its own project gave that account a place.</remarks>
public sealed record TakeBackMessageCommand(Guid ServiceUserId, Guid MessageId, Guid WithdrawalId, DateTimeOffset At) : ICommand<KeptFact>
{
    public Needed Access => Needed.OwnWords(Tab.Coproduction);
}

internal sealed class TakeBackMessageValidator : AbstractValidator<TakeBackMessageCommand>
{
    public TakeBackMessageValidator()
    {
        RuleFor(command => command.WithdrawalId).NotEmpty();
        RuleFor(command => command.At).GreaterThanOrEqualTo(FactTime.Earliest).Because(FactErrors.ClockNotSet);
    }
}

internal sealed class TakeBackMessageHandler(ICoProductionDb db, HeldMessages messages, IHeldRecords records, ICircleReader circle, Caller caller, TimeProvider time) : IRequestHandler<TakeBackMessageCommand, KeptFact>
{
    public async Task<KeptFact> Handle(TakeBackMessageCommand command, CancellationToken cancellationToken)
    {
        var author = caller.Author();
        // The caller's own words show before any record is open; nobody else's do.
        var said = await db.MessageFacts.AsNoTracking().FirstOrDefaultAsync(
            fact => fact.ServiceUserId == command.ServiceUserId && fact.Id == command.MessageId && fact.Kind == MessageFactKind.Said && fact.AuthorId == author
                && fact.Perspective != Perspective.ServiceUser, cancellationToken) ?? throw new NotFound();
        await records.OpenAsync(command.ServiceUserId, cancellationToken);
        if (caller.KeyId is { } key && !await circle.KnowsKeyAsync(command.ServiceUserId, key, cancellationToken))
        {
            throw new NotFound();
        }

        var noting = new Noting(command.ServiceUserId, command.WithdrawalId, author, said.Perspective, Setting.Alone, null, command.At);
        var (conversation, known) = await messages.HoldOwnAsync(said, command.WithdrawalId, cancellationToken);
        if (known.Again(noting, MessageFactKind.Withdrawn, fact => fact.MessageId == command.MessageId) is { } same)
        {
            return KeptFact.Of(same);
        }

        var withdrawal = conversation.Withdraw(noting, command.MessageId, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return KeptFact.Of(withdrawal);
    }
}
