using Barometre.Application.CoProduction.Meetings;
using Barometre.Domain.CoProduction.Meetings;
using Barometre.Infrastructure.CoProduction.Tables;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Infrastructure.CoProduction;

/// <content>Meetings.</content>
internal sealed partial class CoProductionDbContext : IMeetingsDb
{
    public DbSet<Meeting> Meetings => Set<Meeting>();

    public DbSet<MeetingStep> MeetingSteps => Set<MeetingStep>();

    public DbSet<AgendaItem> AgendaItems => Set<AgendaItem>();

    public DbSet<AgendaFact> AgendaFacts => Set<AgendaFact>();

    public Task<Meeting?> HoldMeetingAsync(Guid serviceUserId, Guid meetingId, CancellationToken cancellationToken) =>
        Meetings.FromSql($"SELECT * FROM coproduction.meeting WHERE service_user_id = {serviceUserId} AND id = {meetingId} FOR UPDATE")
            .AsAsyncEnumerable().FirstOrDefaultAsync(cancellationToken).AsTask();

    private static void Gathering(ModelBuilder model)
    {
        model.ApplyConfiguration(new MeetingTable());
        model.ApplyConfiguration(new MeetingStepTable());
        model.ApplyConfiguration(new AgendaItemTable());
        model.ApplyConfiguration(new AgendaFactTable());
    }
}
