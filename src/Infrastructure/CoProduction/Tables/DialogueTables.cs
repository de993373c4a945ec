using Barometre.Domain.CoProduction;
using Barometre.Domain.CoProduction.Dialogues;
using Barometre.Domain.CoProduction.Marks;
using Barometre.Infrastructure.Shared.Facts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Barometre.Infrastructure.CoProduction.Tables;

internal sealed class ConversationTable : IEntityTypeConfiguration<Conversation>
{
    public void Configure(EntityTypeBuilder<Conversation> table)
    {
        table.ToTable("conversation");
        table.HasKey(conversation => new { conversation.ServiceUserId, conversation.Id });
        table.Property(conversation => conversation.Kind).HasMaxLength(20);
        table.Property(conversation => conversation.Theme).HasMaxLength(Thing.LongestTheme);
        table.Property(conversation => conversation.AboutTheme).HasMaxLength(Thing.LongestTheme);
        table.Ignore(conversation => conversation.Thing);
        table.HasMany(conversation => conversation.Facts).WithOne().HasForeignKey(fact => new { fact.ServiceUserId, fact.ConversationId });
        table.Navigation(conversation => conversation.Facts).HasField("_facts");
        table.HasIndex(conversation => new { conversation.ServiceUserId, conversation.Kind, conversation.Theme, conversation.ThingId }, "conversation_thing").IsUnique().AreNullsDistinct(false);
        table.HasIndex(conversation => new { conversation.ServiceUserId, conversation.LastArrivedAt, conversation.Id }, "conversation_latest").IsDescending(false, true, true);
    }
}

internal sealed class MessageFactTable : IEntityTypeConfiguration<MessageFact>
{
    public void Configure(EntityTypeBuilder<MessageFact> table)
    {
        table.IsFacts("message_fact");
        table.Property(fact => fact.Kind).HasMaxLength(20);
        table.HasIndex(fact => new { fact.ServiceUserId, fact.ConversationId, fact.Number }, "message_fact_number").IsUnique();
        table.HasIndex(fact => new { fact.ServiceUserId, fact.ConversationId, fact.At, fact.Number }, "message_fact_said").IsDescending(false, false, true, true).HasFilter("kind = 'said'");
        table.HasIndex(fact => new { fact.ServiceUserId, fact.MessageId }, "message_fact_message");
    }
}

internal sealed class ReadMarkTable : IEntityTypeConfiguration<ReadMark>
{
    public void Configure(EntityTypeBuilder<ReadMark> table)
    {
        table.ToTable("read_mark");
        table.HasKey(mark => new { mark.ServiceUserId, mark.ConversationId, mark.AccountId });
        table.HasOne<Conversation>().WithMany().HasForeignKey(mark => new { mark.ServiceUserId, mark.ConversationId });
    }
}

internal sealed class MarkFactTable : IEntityTypeConfiguration<MarkFact>
{
    public void Configure(EntityTypeBuilder<MarkFact> table)
    {
        table.IsFacts("mark_fact");
        table.Property(fact => fact.Kind).HasMaxLength(20);
        table.Property(fact => fact.Theme).HasMaxLength(Thing.LongestTheme);
        table.Ignore(fact => fact.Thing);
    }
}
