using Barometre.Application.CoProduction;
using Barometre.Domain.CoProduction;
using Barometre.Domain.CoProduction.Dialogues;
using Barometre.Domain.CoProduction.Marks;
using Barometre.Domain.CoProduction.Notes;
using Barometre.Domain.CoProduction.Voices;
using Barometre.Infrastructure.CoProduction.Tables;
using Barometre.Infrastructure.Shared;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Infrastructure.CoProduction;

/// <summary>The schema <c>coproduction</c>.</summary>
internal sealed partial class CoProductionDbContext(DbContextOptions options) : ModuleDbContext(options, "coproduction"), ICoProductionDb
{
    public DbSet<Visit> Visits => Set<Visit>();

    public DbSet<Conversation> Conversations => Set<Conversation>();

    public DbSet<MessageFact> MessageFacts => Set<MessageFact>();

    public DbSet<ReadMark> ReadMarks => Set<ReadMark>();

    public DbSet<Note> Notes => Set<Note>();

    public DbSet<NoteFact> NoteFacts => Set<NoteFact>();

    public DbSet<MarkFact> MarkFacts => Set<MarkFact>();

    public DbSet<GapSaying> GapSayings => Set<GapSaying>();

    // An update that changes nothing holds the row, whoever put it there first.
    public async Task<Conversation> HoldAsync(Conversation begun, CancellationToken cancellationToken) =>
        await Conversations.FromSql($"""
            INSERT INTO coproduction.conversation (service_user_id, id, kind, theme, thing_id, about_theme, last_number, last_arrived_at, version)
            VALUES ({begun.ServiceUserId}, {begun.Id}, {Words.Of(begun.Kind)}, {begun.Theme}, {begun.ThingId}, {begun.AboutTheme}, 0, {begun.LastArrivedAt}, 1)
            ON CONFLICT (service_user_id, kind, theme, thing_id) DO UPDATE SET last_number = conversation.last_number
            RETURNING *
            """).AsAsyncEnumerable().FirstAsync(cancellationToken);

    public Task<Conversation?> HoldConversationAsync(Guid serviceUserId, Guid conversationId, CancellationToken cancellationToken) =>
        Conversations.FromSql($"SELECT * FROM coproduction.conversation WHERE service_user_id = {serviceUserId} AND id = {conversationId} FOR UPDATE")
            .AsAsyncEnumerable().FirstOrDefaultAsync(cancellationToken).AsTask();

    public Task<Note?> HoldNoteAsync(Guid serviceUserId, Guid noteId, CancellationToken cancellationToken) =>
        Notes.FromSql($"SELECT * FROM coproduction.note WHERE service_user_id = {serviceUserId} AND id = {noteId} FOR UPDATE")
            .AsAsyncEnumerable().FirstOrDefaultAsync(cancellationToken).AsTask();

    protected override void Tables(ModelBuilder model)
    {
        model.ApplyConfiguration(new VisitTable());
        model.ApplyConfiguration(new ConversationTable());
        model.ApplyConfiguration(new MessageFactTable());
        model.ApplyConfiguration(new ReadMarkTable());
        model.ApplyConfiguration(new NoteTable());
        model.ApplyConfiguration(new NoteFactTable());
        model.ApplyConfiguration(new MarkFactTable());
        model.ApplyConfiguration(new GapSayingTable());
        Gathering(model);
        Perceiving(model);
        Proposing(model);
        Weighing(model);
    }
}
