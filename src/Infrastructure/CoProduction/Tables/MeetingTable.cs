using Barometre.Domain.CoProduction;
using Barometre.Domain.CoProduction.Meetings;
using Barometre.Infrastructure.Shared.Facts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Barometre.Infrastructure.CoProduction.Tables;

internal sealed class MeetingTable : IEntityTypeConfiguration<Meeting>
{
    public void Configure(EntityTypeBuilder<Meeting> table)
    {
        table.ToTable("meeting");
        table.HasKey(meeting => new { meeting.ServiceUserId, meeting.Id });
        table.Property(meeting => meeting.Perspective).HasMaxLength(20);
        table.Property(meeting => meeting.Setting).HasMaxLength(10);
        table.Property(meeting => meeting.State).HasMaxLength(20);
        table.HasMany(meeting => meeting.Steps).WithOne().HasForeignKey(step => new { step.ServiceUserId, step.MeetingId });
        table.Navigation(meeting => meeting.Steps).HasField("_steps");
        table.HasIndex(meeting => new { meeting.ServiceUserId, meeting.At, meeting.Id }, "meeting_list").IsDescending(false, true, true);
    }
}

internal sealed class MeetingStepTable : IEntityTypeConfiguration<MeetingStep>
{
    public void Configure(EntityTypeBuilder<MeetingStep> table)
    {
        table.IsFacts("meeting_step");
        table.Property(step => step.State).HasMaxLength(20);
        table.HasIndex(step => new { step.ServiceUserId, step.MeetingId, step.At }, "meeting_step_meeting");
        table.HasIndex(step => new { step.ServiceUserId, step.MeetingId }, "meeting_step_closing").IsUnique().HasFilter("state = 'closed'");
    }
}

internal sealed class AgendaItemTable : IEntityTypeConfiguration<AgendaItem>
{
    public void Configure(EntityTypeBuilder<AgendaItem> table)
    {
        table.ToTable("agenda_item");
        table.HasKey(item => new { item.ServiceUserId, item.Id });
        table.Ignore(item => item.Thing);
        table.Property(item => item.ThingKind).HasMaxLength(20);
        table.Property(item => item.Theme).HasMaxLength(Thing.LongestTheme);
        table.HasOne<Meeting>().WithMany().HasForeignKey(item => new { item.ServiceUserId, item.MeetingId });
        table.HasIndex(item => new { item.ServiceUserId, item.MeetingId, item.ThingKind, item.Theme, item.ThingId }, "agenda_item_thing").IsUnique()
            .AreNullsDistinct(false).HasFilter("thing_kind IS NOT NULL");
        table.HasIndex(item => new { item.ServiceUserId, item.MeetingId }, "agenda_item_meeting");
    }
}

internal sealed class AgendaFactTable : IEntityTypeConfiguration<AgendaFact>
{
    public void Configure(EntityTypeBuilder<AgendaFact> table)
    {
        table.IsFacts("agenda_fact");
        table.Ignore(fact => fact.Link);
        table.Property(fact => fact.Kind).HasMaxLength(20);
        table.Property(fact => fact.Reason).HasMaxLength(20);
        table.Property(fact => fact.LinkKind).HasMaxLength(20);
        table.Property(fact => fact.LinkTheme).HasMaxLength(Thing.LongestTheme);
        table.HasOne<Meeting>().WithMany().HasForeignKey(fact => new { fact.ServiceUserId, fact.MeetingId });
        table.HasOne<AgendaItem>().WithMany().HasForeignKey(fact => new { fact.ServiceUserId, fact.ItemId });
        table.HasIndex(fact => new { fact.ServiceUserId, fact.MeetingId, fact.At }, "agenda_fact_meeting");
        table.HasIndex(fact => new { fact.ServiceUserId, fact.ItemId, fact.Reason }, "agenda_fact_reason").IsUnique().HasFilter("reason IS NOT NULL");
    }
}
