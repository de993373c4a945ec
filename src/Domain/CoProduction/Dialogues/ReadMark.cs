using Barometre.Domain.Shared;

namespace Barometre.Domain.CoProduction.Dialogues;

/// <summary>Up to which arrival somebody has read a conversation.</summary>
/// <remarks>By arrival, not by time: what comes late from a device that was offline is unread, however old it is.</remarks>
public sealed class ReadMark
{
    private ReadMark()
    {
    }

    public Guid ServiceUserId { get; private init; }

    public Guid ConversationId { get; private init; }

    /// <summary>Who read: the person themself, or a member of their circle.</summary>
    public Guid AccountId { get; private init; }

    /// <summary>The number of the last fact that was there; 0 before the first reading.</summary>
    public int Through { get; private set; }

    /// <summary>When it was last said, by the server's clock.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Nothing read yet.</summary>
    public static ReadMark First(Conversation conversation, Guid accountId) =>
        new() { ServiceUserId = conversation.ServiceUserId, ConversationId = conversation.Id, AccountId = accountId, At = FactTime.Earliest };

    /// <summary>Everything up to <paramref name="through"/> was read; never less than before, never what has not arrived.</summary>
    public void Read(Conversation conversation, int through, DateTimeOffset now)
    {
        var read = Math.Min(through, conversation.LastNumber);
        if (read > Through)
        {
            (Through, At) = (read, FactTime.Microseconds(now));
        }
    }
}
