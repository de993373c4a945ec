using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.CoProduction;
using Barometre.Domain.CoProduction.Dialogues;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.CoProduction.Dialogues;

/// <summary>Says something of a thing of the record, in the one conversation that there is on it; the first message begins it. Sent again, one effect.</summary>
/// <param name="MessageId">Made by the device.</param>
/// <param name="Perspective">Whose view it tells; the caller's own when not said.</param>
public sealed record SayMessageCommand(
    Guid ServiceUserId, Guid MessageId, Thing Thing, string Words, Perspective? Perspective, DateTimeOffset At, Setting Setting, Guid? PresentMemberId) : ICommand<KeptMessage>, INoting
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Coproduction, AccessLevel.Contribute);
}

/// <summary>What was kept of a message.</summary>
/// <param name="At">The time that counts.</param>
/// <param name="Number">Its place in the order of arrival in the conversation, from 1.</param>
public sealed record KeptMessage(Guid ConversationId, Guid MessageId, DateTimeOffset At, int Number)
{
    internal static KeptMessage Of(MessageFact fact) => new(fact.ConversationId, fact.MessageId, fact.At, fact.Number);
}

internal sealed class SayMessageValidator : AbstractValidator<SayMessageCommand>
{
    public SayMessageValidator()
    {
        this.RuleForNoting();
        RuleFor(command => command.MessageId).NotEmpty();
        RuleFor(command => command.Thing).MustBeClear();
        RuleFor(command => command.Words).NotEmpty().MaximumLength(MessageFact.Longest);
    }
}

internal sealed class SayMessageHandler(ICoProductionDb db, OpenThings open, IRecordKeys keys, Caller caller, TimeProvider time) : IRequestHandler<SayMessageCommand, KeptMessage>
{
    public async Task<KeptMessage> Handle(SayMessageCommand command, CancellationToken cancellationToken)
    {
        var noting = caller.Tells(command.ServiceUserId, command.MessageId, command, command.Perspective);
        var about = await open.RequireAsync(command.ServiceUserId, command.Thing, nameof(command.Thing), cancellationToken);
        var key = await keys.ForAsync(command.ServiceUserId, cancellationToken);
        // Held from here on: the same message sent twice at once waits for itself.
        var conversation = await db.HoldAsync(Conversation.On(command.ServiceUserId, command.Thing, about, time.GetUtcNow()), cancellationToken);
        var known = await db.MessageFacts.FirstOrDefaultAsync(fact => fact.ServiceUserId == command.ServiceUserId && fact.Id == command.MessageId, cancellationToken);
        if (known.Again(noting, MessageFactKind.Said, fact => fact.ConversationId == conversation.Id && key.SaysStill(fact, command.Words)) is { } same)
        {
            return KeptMessage.Of(same);
        }

        var said = conversation.Say(noting, key.Seal(CoProductionColumns.Message, command.Words), time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return KeptMessage.Of(said);
    }
}

/// <summary>A message sent again.</summary>
internal static class MessagesAgain
{
    /// <summary>What was kept when the same fact came before; null when it is new.</summary>
    /// <exception cref="RuleViolation">The id was used for something else.</exception>
    public static MessageFact? Again(this MessageFact? known, Noting noting, MessageFactKind kind, Func<MessageFact, bool> says) =>
        known is null || (known.Is(noting) && known.Kind == kind && says(known)) ? known : throw new RuleViolation(FactErrors.IdReused, noting.Id);

    /// <summary>Whether a kept fact says the same; of words that were withdrawn since, nobody can tell any more.</summary>
    public static bool SaysStill(this IRecordKey key, MessageFact fact, string words) => fact.WordsSealed is null || key.Says(CoProductionColumns.Message, fact.WordsSealed, words);
}
