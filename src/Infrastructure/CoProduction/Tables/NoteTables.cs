using Barometre.Domain.CoProduction;
using Barometre.Domain.CoProduction.Notes;
using Barometre.Infrastructure.Shared.Facts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Barometre.Infrastructure.CoProduction.Tables;

internal sealed class NoteTable : IEntityTypeConfiguration<Note>
{
    public void Configure(EntityTypeBuilder<Note> table)
    {
        table.ToTable("note");
        table.HasKey(note => new { note.ServiceUserId, note.Id });
        table.Property(note => note.Kind).HasMaxLength(20);
        table.Property(note => note.Theme).HasMaxLength(Thing.LongestTheme);
        table.Property(note => note.AboutTheme).HasMaxLength(Thing.LongestTheme);
        table.Ignore(note => note.Thing);
        table.HasMany(note => note.Facts).WithOne().HasForeignKey(fact => new { fact.ServiceUserId, fact.NoteId });
        table.Navigation(note => note.Facts).HasField("_facts");
        table.HasIndex(note => new { note.ServiceUserId, note.WrittenAt, note.Id }, "note_written").IsDescending(false, true, true);
    }
}

internal sealed class NoteFactTable : IEntityTypeConfiguration<NoteFact>
{
    public void Configure(EntityTypeBuilder<NoteFact> table)
    {
        table.IsFacts("note_fact");
        table.Property(fact => fact.Kind).HasMaxLength(20);
        table.HasIndex(fact => new { fact.ServiceUserId, fact.NoteId }, "note_fact_note");
    }
}
