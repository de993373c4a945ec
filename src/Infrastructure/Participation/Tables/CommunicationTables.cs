using Barometre.Application.Participation.Communications;
using Barometre.Application.Participation.Tombstones;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Barometre.Infrastructure.Participation.Tables;

/// <summary>Written by a function alone; read with what other systems read by their keys.</summary>
internal sealed class CommunicationEntryView : IEntityTypeConfiguration<CommunicationEntry>
{
    public void Configure(EntityTypeBuilder<CommunicationEntry> view)
    {
        view.ToView("shown_communication");
        view.HasKey(entry => new { entry.ServiceUserId, entry.Id });
    }
}

internal sealed class TombstoneTable : IEntityTypeConfiguration<Tombstone>
{
    public void Configure(EntityTypeBuilder<Tombstone> table)
    {
        table.ToTable("tombstone");
        table.HasKey(tombstone => new { tombstone.ServiceUserId, tombstone.Id });
        table.Property(tombstone => tombstone.Kind).HasMaxLength(20);
        table.Property(tombstone => tombstone.Subject).HasMaxLength(100);
        table.Property(tombstone => tombstone.Reason).HasMaxLength(20);
        table.Property(tombstone => tombstone.Tabs).AreWords();
    }
}
