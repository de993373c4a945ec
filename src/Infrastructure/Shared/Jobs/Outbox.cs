using System.Text.Json;
using Barometre.Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Barometre.Infrastructure.Shared.Jobs;

/// <summary>An event waiting to be handed to its consumers, written in the same transaction as the change it tells of.</summary>
internal sealed class OutboxMessage
{
    public required Guid ServiceUserId { get; init; }

    public required Guid Id { get; init; }

    /// <summary>The event type's name.</summary>
    public required string Event { get; init; }

    /// <summary>The event as JSON: ids and codes only.</summary>
    public required string Payload { get; init; }

    public static OutboxMessage Of(IDomainEvent happened) => new()
    {
        ServiceUserId = happened.ServiceUserId,
        Id = Guid.CreateVersion7(),
        Event = happened.GetType().Name,
        Payload = JsonSerializer.Serialize(happened, happened.GetType()),
    };
}

internal sealed class OutboxTable : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> table)
    {
        table.ToTable("outbox");
        table.HasKey(message => new { message.ServiceUserId, message.Id });
        table.Property(message => message.Event).HasMaxLength(100);
        table.Property(message => message.Payload).HasColumnType("jsonb");
    }
}
