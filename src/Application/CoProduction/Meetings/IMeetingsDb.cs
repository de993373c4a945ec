using Barometre.Domain.CoProduction.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.CoProduction.Meetings;

/// <summary>The tables of meetings, as their use cases see them.</summary>
public interface IMeetingsDb
{
    DbSet<Meeting> Meetings { get; }

    DbSet<MeetingStep> MeetingSteps { get; }

    DbSet<AgendaItem> AgendaItems { get; }

    DbSet<AgendaFact> AgendaFacts { get; }

    /// <summary>One meeting without its steps, held until the end of the command: those who draw or close at the same time take turns.</summary>
    Task<Meeting?> HoldMeetingAsync(Guid serviceUserId, Guid meetingId, CancellationToken cancellationToken);

    Task<int> SaveChangesAsync(CancellationToken cancellationToken);
}

/// <summary>Where the words of meetings stand: sealed for one column, they open in no other.</summary>
public static class MeetingColumns
{
    public const string StepWords = "coproduction.meeting_step.words";
    public const string AgendaWords = "coproduction.agenda_fact.words";

    internal const int LongestWords = 4000;
}
