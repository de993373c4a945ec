using System.Text.Json;
using System.Text.Json.Serialization;
using Barometre.Application.CoProduction.Effects;
using Barometre.Application.CoProduction.Meetings;
using Barometre.Application.Participation.Circle;
using Barometre.Domain.CoProduction.Effects;
using Barometre.Domain.CoProduction.Meetings;
using Barometre.Domain.Shared;
using MediatR;

namespace Barometre.WebApi.Demonstration;

/// <summary>The meetings and perceived effects that one of the demonstration's records tells, as shipped in <c>meetings.v1.json</c>.</summary>
internal sealed class DemonstrationMeetings(DemonstrationVoices voices, DemonstrationContent content, ContentPerson person, DateTimeOffset begunAt)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    private readonly Guid _id = DemonstrationProjects.IdOf("person", person.Key);

    /// <summary>By the key of the person.</summary>
    public static IReadOnlyDictionary<string, ContentMeetings> Read() =>
        JsonSerializer.Deserialize<Dictionary<string, ContentMeetings>>(File.ReadAllText(Path.Combine(DemonstrationContent.Folder, "meetings.v1.json")), Options)!;

    public async Task LoadAsync(ContentMeetings told)
    {
        foreach (var meeting in told.Meetings)
        {
            await MeetAsync(meeting);
        }

        foreach (var sheet in told.Effects)
        {
            await PerceiveAsync(sheet);
        }
    }

    private async Task MeetAsync(ContentMeeting meeting)
    {
        var (id, member) = (Id(meeting.DaysAgo, meeting.Key), await PlaceAsync(meeting.With));
        var text = new MeetingText(Day(-meeting.DaysAgo), null, [member], meeting.Words);
        await SendAsync(meeting.With, new OpenMeetingCommand(_id, id, MeetingState.Planned, text, At(meeting.DaysAgo + 7), Setting.Alone, null));
        await SendAsync(meeting.With, new DrawAgendaCommand(_id, id, At(meeting.DaysAgo + 1), Setting.Alone, null));
        foreach (var (number, item) in meeting.Items.Index())
        {
            var itemId = item.Theme is { } theme
                ? (await voices.SendAsync(person.Account!, new GetMeetingQuery(_id, id))).Agenda.First(one => one.Thing?.Theme == theme).ItemId
                : (await SendAsync(item.By ?? "person", new AddAgendaItemCommand(
                    _id, id, Id(meeting.DaysAgo + 1, $"{meeting.Key}/item/{number}"), item.Words!, At(meeting.DaysAgo + 1), Setting.Alone, null))).Id;
            foreach (var (place, note) in item.Notes.Index())
            {
                var (by, setting) = (note.By ?? (note.Decided ? meeting.With : "person"), note.Decided ? Setting.Joint : Setting.Alone);
                var at = At(meeting.DaysAgo).AddMinutes((10 * number) + place);
                await SendAsync(by, new NoteOnAgendaCommand(
                    _id, id, itemId, Steady.Id(at, $"meeting/{person.Key}/{meeting.Key}/{number}/note/{place}"), note.Decided, note.Words, null, null, null, at, setting, null));
            }
        }

        await CloseAsync(meeting, id, member);
    }

    private async Task CloseAsync(ContentMeeting meeting, Guid id, Guid member)
    {
        if (meeting.Decided is { } decided)
        {
            await SendAsync(meeting.With, new StepMeetingCommand(
                _id, id, Id(meeting.DaysAgo, $"{meeting.Key}/begun"), MeetingState.UnderWay, new MeetingText(null, null, [member], null), At(meeting.DaysAgo), Setting.Joint, null));
            await SendAsync(meeting.With, new CloseMeetingCommand(
                _id, id, Id(meeting.DaysAgo, $"{meeting.Key}/closed"), Day(-meeting.DaysAgo), [member], decided, meeting.NextInDays is { } days ? Day(days) : null,
                Id(meeting.DaysAgo, $"{meeting.Key}/review"), At(meeting.DaysAgo).AddHours(1), Setting.Joint, null));
        }
    }

    private async Task PerceiveAsync(ContentEffects sheet)
    {
        var id = Id(sheet.DaysAgo, sheet.Key);
        var (subject, about) = sheet.About is { } practitioner
            ? (EffectsSubjectKind.Accompaniment, await PlaceAsync(practitioner)) : (EffectsSubjectKind.Service, DemonstrationProjects.IdOf("project", person.Project));
        List<EffectsReply> replies = [.. sheet.Ratings.Select(rating => new EffectsReply(
            Id(sheet.DaysAgo, $"{sheet.Key}/{rating.Key}"), rating.Key, rating.Value is null ? EffectsAnswerKind.RatherNotSay : EffectsAnswerKind.Rating, At(sheet.DaysAgo),
            rating.Value, sheet.Comments?.GetValueOrDefault(rating.Key)))];
        await SendAsync("person", new OpenEffectsSheetCommand(_id, id, subject, about, null, replies, At(sheet.DaysAgo), Setting.Alone, null));
        if (sheet.ShownTo is { } reader)
        {
            await SendAsync("person", new ShowEffectsCommand(_id, id, Id(sheet.DaysAgo, $"{sheet.Key}/shown"), await PlaceAsync(reader), true, At(sheet.DaysAgo)));
        }
    }

    private async Task<Guid> PlaceAsync(string practitioner)
    {
        var account = voices.AccountOf(content.Staff.First(staff => staff.Key == practitioner).Account);
        return (await voices.SendAsync(person.Account!, new GetCircleQuery(_id))).First(place => place.AccountId == account).MemberId;
    }

    private Task<TResult> SendAsync<TResult>(string who, IRequest<TResult> request) =>
        voices.SendAsync(who == "person" ? person.Account! : content.Staff.First(staff => staff.Key == who).Account, request);

    // Of a meeting to come, what is noted of it is noted now.
    private DateTimeOffset At(int daysAgo) => begunAt.AddDays(-Math.Max(daysAgo, 0));

    private DateOnly Day(int inDays) => DateOnly.FromDateTime(begunAt.UtcDateTime.AddDays(inDays));

    private Guid Id(int daysAgo, string name) => Steady.Id(At(daysAgo), $"meeting/{person.Key}/{name}");
}

internal sealed record ContentMeetings(IReadOnlyList<ContentMeeting> Meetings, IReadOnlyList<ContentEffects> Effects);

/// <param name="DaysAgo">When it was held; to come when negative.</param>
/// <param name="With">The practitioner who planned it.</param>
/// <param name="Decided">What was decided in all; the meeting was not held yet when not said.</param>
internal sealed record ContentMeeting(string Key, int DaysAgo, string With, string Words, IReadOnlyList<ContentAgendaItem> Items, string? Decided = null, int? NextInDays = null);

/// <param name="Theme">A theme that is drawn; when not said, an item in words.</param>
/// <param name="By">Who added it; the person when not said.</param>
internal sealed record ContentAgendaItem(IReadOnlyList<ContentAgendaNote> Notes, string? Theme = null, string? Words = null, string? By = null);

/// <param name="By">Whose view; the person's when not said. A decision is noted on one screen.</param>
internal sealed record ContentAgendaNote(string Words, bool Decided = false, string? By = null);

/// <param name="About">The practitioner whose accompaniment it is about; the service when not said.</param>
/// <param name="Ratings">By question; null for what they would rather not say.</param>
/// <param name="ShownTo">The practitioner to whom the process part is shown.</param>
internal sealed record ContentEffects(
    string Key, int DaysAgo, IReadOnlyDictionary<string, int?> Ratings, string? About = null, IReadOnlyDictionary<string, string>? Comments = null, string? ShownTo = null);
