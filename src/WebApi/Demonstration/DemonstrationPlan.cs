using System.Text.Json;
using System.Text.Json.Serialization;
using Barometre.Application.AccomplishmentPlan.Actions;
using Barometre.Application.AccomplishmentPlan.FollowUps;
using Barometre.Application.AccomplishmentPlan.Goals;
using Barometre.Application.Participation.Circle;
using Barometre.Domain.AccomplishmentPlan.Actions;
using Barometre.Domain.AccomplishmentPlan.Goals;
using Barometre.Domain.Shared;
using MediatR;

namespace Barometre.WebApi.Demonstration;

/// <summary>The plan that one of the demonstration's records tells, as shipped in <c>plans.v1.json</c>.</summary>
/// <param name="departed">Practitioners whom an earlier load has already seen leaving: their part is done.</param>
internal sealed class DemonstrationPlan(DemonstrationVoices voices, DemonstrationContent content, ContentPerson person, DateTimeOffset begunAt, IReadOnlySet<string> departed)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    private readonly Guid _id = DemonstrationProjects.IdOf("person", person.Key);

    /// <summary>By the key of the person.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<ContentGoal>> Read() =>
        JsonSerializer.Deserialize<Dictionary<string, IReadOnlyList<ContentGoal>>>(File.ReadAllText(Path.Combine(DemonstrationContent.Folder, "plans.v1.json")), Options)!;

    /// <summary>The id under which a goal is written.</summary>
    public static Guid IdOf(string person, DateTimeOffset begunAt, ContentGoal goal) => IdOf(person, begunAt, goal.DaysAgo, goal.Key);

    public async Task LoadAsync(IReadOnlyList<ContentGoal> goals)
    {
        foreach (var goal in goals)
        {
            await GoalAsync(goal);
            foreach (var action in goal.Actions)
            {
                await ActionAsync(goal, action);
            }
        }
    }

    private async Task GoalAsync(ContentGoal goal)
    {
        var (by, setting, id) = (goal.By ?? "person", goal.Joint ? Setting.Joint : Setting.Alone, Id(goal.DaysAgo, goal.Key));
        var text = new GoalText(goal.Words, goal.Themes, goal.Why, goal.Domain, goal.HorizonInDays is { } days ? Day(days) : null);
        await SendAsync(by, new WriteGoalCommand(_id, id, text, goal.Adopted, At(goal.DaysAgo), setting, null));
        // What stands is the person's to say: with whoever wrote the goal with them, if somebody did.
        var decider = goal.Joint ? by : "person";
        foreach (var step in goal.Steps ?? [])
        {
            await SendAsync(decider, new StepGoalCommand(_id, id, Id(step.DaysAgo, $"{goal.Key}/{step.To}"), step.To, step.Words, At(step.DaysAgo), setting, null));
        }

        if (goal.Levels is { } levels)
        {
            await SendAsync(decider, new WriteLevelsCommand(_id, id, Id(levels.DaysAgo, $"{goal.Key}/levels"), levels.Words, levels.Weight, At(levels.DaysAgo), setting, null));
        }

        foreach (var (number, rating) in (goal.Ratings ?? []).Index())
        {
            Perspective? voice = rating.By is null && goal.Joint ? Perspective.ServiceUser : null;
            await SendAsync(rating.By ?? decider, new RateGoalCommand(
                _id, id, Id(rating.DaysAgo, $"{goal.Key}/rating/{number}"), rating.Level, null, voice, At(rating.DaysAgo), voice is null ? Setting.Alone : Setting.Joint, null));
        }

        foreach (var (number, said) in (goal.FollowUps ?? []).Index())
        {
            await SendAsync(said.By ?? "person", new WriteFollowUpCommand(
                _id, id, Id(said.DaysAgo, $"{goal.Key}/follow-up/{number}"), null, said.Progress, said.Words, null, At(said.DaysAgo), Setting.Alone, null));
        }
    }

    private async Task ActionAsync(ContentGoal goal, ContentAction action)
    {
        var (by, setting, id) = (goal.Joint ? goal.By! : "person", goal.Joint ? Setting.Joint : Setting.Alone, Id(action.DaysAgo, $"{goal.Key}/{action.Key}"));
        var carrier = await CarrierAsync(action);
        if (carrier is null)
        {
            return;
        }

        var recurrence = action.Repeat is { } repeat ? new Recurrence(repeat, 1, action.Days ?? [], Day(-action.DaysAgo)) : null;
        var text = new ActionText(action.What, action.FirstStep, null, action.DueInDays is { } days ? Day(days) : null, recurrence);
        await SendAsync(by, new WriteActionCommand(_id, Id(goal.DaysAgo, goal.Key), id, text, carrier, At(action.DaysAgo), setting, null));
        if (carrier.Kind == CarrierKind.Practitioner && !(goal.Joint && goal.By == action.Carrier))
        {
            await SendAsync(action.Carrier, new AnswerAskingCommand(_id, id, Id(action.DaysAgo - 1, $"{goal.Key}/{action.Key}/yes"), true, At(action.DaysAgo - 1), Setting.Alone, null));
        }

        foreach (var step in action.Steps ?? [])
        {
            await SendAsync(by, new StepActionCommand(_id, id, Id(step.DaysAgo, $"{goal.Key}/{action.Key}/{step.To}"), step.To, At(step.DaysAgo), setting, null));
        }
    }

    /// <summary>Null for a practitioner who is there no more: an earlier load has seen to it.</summary>
    private async Task<CarrierText?> CarrierAsync(ContentAction action)
    {
        if (action.Carrier is "person" or "partner")
        {
            return action.Carrier == "person" ? new CarrierText(CarrierKind.Person) : new CarrierText(CarrierKind.Partner, null, action.Partner, action.PartnerRole);
        }

        var staff = content.Staff.First(one => one.Key == action.Carrier);
        var reader = person.Account ?? content.Staff.First(one => one.Key == person.Opener).Account;
        var place = (await voices.SendAsync(reader, new GetCircleQuery(_id))).FirstOrDefault(one => one.AccountId == voices.AccountOf(staff.Account));
        return place is null ? null : new CarrierText(CarrierKind.Practitioner, place.MemberId);
    }

    private async Task SendAsync<TResult>(string who, IRequest<TResult> request)
    {
        if (!departed.Contains(who))
        {
            await voices.SendAsync(who == "person" ? person.Account! : content.Staff.First(staff => staff.Key == who).Account, request);
        }
    }

    private DateTimeOffset At(int daysAgo) => begunAt.AddDays(-daysAgo);

    private DateOnly Day(int inDays) => DateOnly.FromDateTime(begunAt.UtcDateTime.AddDays(inDays));

    private Guid Id(int daysAgo, string name) => IdOf(person.Key, begunAt, daysAgo, name);

    private static Guid IdOf(string person, DateTimeOffset begunAt, int daysAgo, string name) => Steady.Id(begunAt.AddDays(-daysAgo), $"plan/{person}/{name}");
}

/// <param name="By">The practitioner who writes it; the person when not said.</param>
/// <param name="Joint">On one screen, on the practitioner's device.</param>
internal sealed record ContentGoal(
    string Key, int DaysAgo, string Words, IReadOnlyList<string> Themes, IReadOnlyList<ContentAction> Actions, string? By = null, bool Joint = false, bool Adopted = false,
    string? Why = null, string? Domain = null, int? HorizonInDays = null, IReadOnlyList<ContentStep<GoalState>>? Steps = null, ContentLevels? Levels = null,
    IReadOnlyList<ContentLevel>? Ratings = null, IReadOnlyList<ContentFollowUp>? FollowUps = null);

/// <param name="Carrier"><c>person</c>, <c>partner</c>, or the key of a practitioner.</param>
internal sealed record ContentAction(
    string Key, int DaysAgo, string What, string Carrier, string? FirstStep = null, string? Partner = null, string? PartnerRole = null, int? DueInDays = null,
    Repeat? Repeat = null, IReadOnlyList<int>? Days = null, IReadOnlyList<ContentStep<ActionState>>? Steps = null);

internal sealed record ContentStep<T>(int DaysAgo, T To, string? Words = null);

internal sealed record ContentLevels(int DaysAgo, int Weight, IReadOnlyList<string> Words);

/// <param name="By">Whose view; the person's when not said.</param>
internal sealed record ContentLevel(int DaysAgo, int Level, string? By = null);

/// <param name="By">Whose view; the person's when not said.</param>
internal sealed record ContentFollowUp(int DaysAgo, int? Progress, string? Words, string? By = null);
