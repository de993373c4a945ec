using Barometre.Application.Participation.Contracts;

namespace Barometre.Application.Participation.Communications;

/// <summary>One line of the register of communications, as it is read.</summary>
public sealed class CommunicationEntry
{
    public Guid ServiceUserId { get; private init; }

    public Guid Id { get; private init; }

    public DateTimeOffset At { get; private init; }

    public CommunicationForm Form { get; private init; }

    public string[] Tabs { get; private init; } = [];

    public RecipientKind RecipientKind { get; private init; }

    /// <summary>The account, organisation or study.</summary>
    public Guid? RecipientId { get; private init; }

    public CommunicationPurpose Purpose { get; private init; }

    public CommunicationGround Ground { get; private init; }
}
