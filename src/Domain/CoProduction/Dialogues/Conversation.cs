using Barometre.Domain.Shared;

namespace Barometre.Domain.CoProduction.Dialogues;

/// <summary>What people say to one another of one thing of the record; there is one for each thing, begun by its first message.</summary>
public sealed class Conversation : Aggregate
{
    private readonly List<MessageFact> _facts = [];

    private Conversation()
    {
    }

    public Guid ServiceUserId { get; private init; }

    public Guid Id { get; private init; }

    public ThingKind Kind { get; private init; }

    /// <summary>The code of the theme, when it is about a theme or a star.</summary>
    public string? Theme { get; private init; }

    /// <summary>The thing's id, when it is about anything else.</summary>
    public Guid? ThingId { get; private init; }

    /// <summary>The theme that it comes down to, for a theme, a star and a rating: words on a theme that the person keeps to themself are theirs alone.</summary>
    public string? AboutTheme { get; private init; }

    /// <summary>How many facts have arrived: the number of the last one.</summary>
    public int LastNumber { get; private set; }

    /// <summary>When the server received the last one.</summary>
    public DateTimeOffset LastArrivedAt { get; private set; }

    /// <summary>The facts at hand: those of the message that is edited or withdrawn.</summary>
    public IReadOnlyList<MessageFact> Facts => _facts;

    /// <summary>What it is about.</summary>
    public Thing Thing => new(Kind, Theme, ThingId);

    /// <summary>A conversation in which nothing has been said yet.</summary>
    public static Conversation On(Guid serviceUserId, Thing thing, string? aboutTheme, DateTimeOffset now) => new()
    {
        ServiceUserId = serviceUserId,
        Id = Guid.CreateVersion7(now),
        Kind = thing.Kind,
        Theme = thing.Theme,
        ThingId = thing.Id,
        AboutTheme = aboutTheme,
        LastArrivedAt = FactTime.Microseconds(now),
    };

    /// <summary>Somebody says something; its place is that of its time, whenever it arrives.</summary>
    public MessageFact Say(Noting noting, byte[] wordsSealed, DateTimeOffset now) =>
        Add(MessageFact.Of(this, LastNumber + 1, noting.Id, MessageFactKind.Said, wordsSealed, noting, now));

    /// <summary>New words in place of earlier ones, which stay readable; of several edits, the latest by time shows.</summary>
    /// <remarks>Needs the message's facts at hand.</remarks>
    /// <exception cref="RuleViolation">The message is somebody else's, or was withdrawn.</exception>
    public MessageFact Edit(Noting noting, Guid messageId, byte[] wordsSealed, DateTimeOffset now)
    {
        var message = OwnMessage(noting, messageId);
        return message.Withdrawal is not null
            ? throw new RuleViolation(CoProductionErrors.MessageWithdrawn)
            : Add(MessageFact.Of(this, LastNumber + 1, messageId, MessageFactKind.Edited, wordsSealed, noting, now, message.Said.At));
    }

    /// <summary>Takes a message back: its place stays, its words of every version are gone. Taken back twice, it is the first time that counts.</summary>
    /// <remarks>Needs the message's facts at hand.</remarks>
    /// <exception cref="RuleViolation">The message is somebody else's.</exception>
    public MessageFact Withdraw(Noting noting, Guid messageId, DateTimeOffset now)
    {
        var message = OwnMessage(noting, messageId);
        if (message.Withdrawal is { } before)
        {
            return before;
        }

        foreach (var fact in _facts.Where(fact => fact.MessageId == messageId))
        {
            fact.LoseWords();
        }

        return Add(MessageFact.Of(this, LastNumber + 1, messageId, MessageFactKind.Withdrawn, null, noting, now, message.Said.At));
    }

    private Message OwnMessage(Noting noting, Guid messageId)
    {
        var message = Message.Of(_facts.Where(fact => fact.MessageId == messageId));
        return message.Said.IsOf(noting) ? message : throw new RuleViolation(CoProductionErrors.NotYourMessage);
    }

    private MessageFact Add(MessageFact fact)
    {
        _facts.Add(fact);
        (LastNumber, LastArrivedAt) = (fact.Number, fact.RecordedAt);
        Touch();
        return fact;
    }
}
