using System.Text.Json;
using System.Text.Json.Serialization;
using Barometre.Application.CoProduction.Dialogues;
using Barometre.Application.CoProduction.Marks;
using Barometre.Application.CoProduction.Notes;
using Barometre.Domain.CoProduction;
using Barometre.Domain.Shared;
using MediatR;

namespace Barometre.WebApi.Demonstration;

/// <summary>What is said of one record of the demonstration, marked and noted in it, as shipped in <c>dialogues.v1.json</c>.</summary>
/// <param name="departed">Practitioners whom an earlier load has already seen leaving: their part is done.</param>
internal sealed class DemonstrationDialogue(DemonstrationVoices voices, DemonstrationContent content, ContentPerson person, DateTimeOffset begunAt, IReadOnlySet<string> departed)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    private readonly Guid _id = DemonstrationProjects.IdOf("person", person.Key);

    /// <summary>By the key of the person.</summary>
    public static IReadOnlyDictionary<string, ContentDialogue> Read() =>
        JsonSerializer.Deserialize<Dictionary<string, ContentDialogue>>(File.ReadAllText(Path.Combine(DemonstrationContent.Folder, "dialogues.v1.json")), Options)!;

    /// <param name="goals">The plan of the same record, whose goals may be talked of.</param>
    public async Task LoadAsync(ContentDialogue dialogue, IReadOnlyList<ContentGoal> goals)
    {
        // Of one day, in the order in which they stand: a minute after each other.
        foreach (var (number, said) in dialogue.Messages.Index())
        {
            await SayAsync(said, number, ThingOf(said.Thing, goals));
        }

        foreach (var (number, mark) in (dialogue.Marks ?? []).Index())
        {
            await SendAsync(mark.By, new MarkThingCommand(_id, Id(mark.DaysAgo, $"mark/{number}"), ThingOf(mark.Thing, goals), true, At(mark.DaysAgo), Setting.Alone, null));
        }

        foreach (var (number, note) in (dialogue.Notes ?? []).Index())
        {
            var id = Id(note.DaysAgo, $"note/{number}");
            await SendAsync("person", new WriteNoteCommand(_id, id, ThingOf(note.Thing, goals), note.Words, At(note.DaysAgo)));
            if (note.Shown)
            {
                await SendAsync("person", new ShowNoteCommand(_id, id, Id(note.DaysAgo, $"note/{number}/shown"), true, At(note.DaysAgo).AddMinutes(5)));
            }
        }
    }

    private async Task SayAsync(ContentMessage said, int number, Thing thing)
    {
        var (id, at) = (Id(said.DaysAgo, $"message/{number}"), At(said.DaysAgo).AddMinutes(number - 60));
        await SendAsync(said.By, new SayMessageCommand(_id, id, thing, said.Words, null, at, Setting.Alone, null));
        if (said.Edit is { } edit)
        {
            await SendAsync(said.By, new EditMessageCommand(_id, id, Id(said.DaysAgo, $"message/{number}/edit"), edit, null, at.AddSeconds(20), Setting.Alone, null));
        }

        if (said.Withdrawn)
        {
            await SendAsync(said.By, new WithdrawMessageCommand(_id, id, Id(said.DaysAgo, $"message/{number}/withdrawal"), null, at.AddSeconds(40), Setting.Alone, null));
        }
    }

    private Thing ThingOf(ContentThing thing, IReadOnlyList<ContentGoal> goals) =>
        new(thing.Kind, thing.Theme, thing.Goal is null ? null : DemonstrationPlan.IdOf(person.Key, begunAt, goals.First(goal => goal.Key == thing.Goal)));

    private async Task SendAsync<TResult>(string who, IRequest<TResult> request)
    {
        if (!departed.Contains(who))
        {
            await voices.SendAsync(who == "person" ? person.Account! : content.Staff.First(staff => staff.Key == who).Account, request);
        }
    }

    private DateTimeOffset At(int daysAgo) => begunAt.AddDays(-daysAgo);

    private Guid Id(int daysAgo, string name) => Steady.Id(At(daysAgo), $"dialogue/{person.Key}/{name}");
}

/// <param name="Messages">In the order in which they were said.</param>
internal sealed record ContentDialogue(IReadOnlyList<ContentMessage> Messages, IReadOnlyList<ContentMark>? Marks = null, IReadOnlyList<ContentNote>? Notes = null);

/// <param name="By"><c>person</c>, or the key of a practitioner.</param>
/// <param name="Edit">What its author made of it a moment later.</param>
/// <param name="Withdrawn">Its author took it back.</param>
internal sealed record ContentMessage(string By, int DaysAgo, ContentThing Thing, string Words, string? Edit = null, bool Withdrawn = false);

/// <param name="Theme">For a theme or a star.</param>
/// <param name="Goal">For a goal: its key in the person's plan.</param>
internal sealed record ContentThing(ThingKind Kind, string? Theme = null, string? Goal = null);

/// <param name="By"><c>person</c>, or the key of a practitioner.</param>
internal sealed record ContentMark(string By, int DaysAgo, ContentThing Thing);

/// <param name="Shown">The person shows it to whoever may see the tab.</param>
internal sealed record ContentNote(int DaysAgo, ContentThing Thing, string Words, bool Shown);
