using Barometre.Domain.Shared;

namespace Barometre.Domain.CoProduction.Dialogues;

/// <summary>What a fact of a conversation does to a message.</summary>
public enum MessageFactKind
{
    Said,

    /// <summary>Other words by the same author; the earlier ones stay readable.</summary>
    Edited,

    /// <summary>Taken back by the author: the words of every version are gone.</summary>
    Withdrawn,
}

/// <summary>Something said in a conversation, edited or taken back, at a time.</summary>
public sealed class MessageFact : NotedFact
{
    /// <summary>The longest message, in characters (code points), before sealing.</summary>
    public const int Longest = 4000;

    private MessageFact()
    {
    }

    private MessageFact(Noting noting, DateTimeOffset now, DateTimeOffset? after)
        : base(noting, now, after)
    {
    }

    public Guid ConversationId { get; private init; }

    /// <summary>The message: the id of the fact that said it.</summary>
    public Guid MessageId { get; private init; }

    /// <summary>The place in the order of arrival in its conversation, from 1, without a gap.</summary>
    public int Number { get; private init; }

    public MessageFactKind Kind { get; private init; }

    /// <summary>Null once the message was withdrawn, and for the withdrawal itself.</summary>
    public byte[]? WordsSealed { get; private set; }

    internal static MessageFact Of(
        Conversation conversation, int number, Guid messageId, MessageFactKind kind, byte[]? wordsSealed, Noting noting, DateTimeOffset now, DateTimeOffset? after = null) =>
        new(noting, now, after) { ConversationId = conversation.Id, MessageId = messageId, Number = number, Kind = kind, WordsSealed = wordsSealed };

    /// <summary>Whether whoever notes speaks for the one who said this: the same account in the same voice, or the person in theirs, whatever device held it.</summary>
    internal bool IsOf(Noting noting) => noting.Perspective == Perspective && (noting.AuthorId == AuthorId || Perspective == Perspective.ServiceUser);

    internal void LoseWords() => WordsSealed = null;
}

/// <summary>A message as it stands: what follows from its facts, in whatever order they arrived.</summary>
/// <param name="Said">What began it: its place in the conversation is that fact's.</param>
/// <param name="Latest">What it says now, unless it was withdrawn.</param>
/// <param name="Earlier">What it said before, oldest first.</param>
/// <param name="Withdrawal">Null unless it was taken back.</param>
public sealed record Message(MessageFact Said, MessageFact Latest, IReadOnlyList<MessageFact> Earlier, MessageFact? Withdrawal)
{
    /// <param name="facts">All of one message's.</param>
    public static Message Of(IEnumerable<MessageFact> facts)
    {
        var inOrder = facts.InOrder().ToList();
        var worded = inOrder.FindAll(fact => fact.Kind != MessageFactKind.Withdrawn);
        return new Message(worded.Single(fact => fact.Kind == MessageFactKind.Said), worded[^1], worded[..^1], inOrder.Find(fact => fact.Kind == MessageFactKind.Withdrawn));
    }
}
