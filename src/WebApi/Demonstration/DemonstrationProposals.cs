using System.Text.Json;
using System.Text.Json.Serialization;
using Barometre.Application.AccomplishmentPlan.Contracts;
using Barometre.Application.AccomplishmentPlan.Goals;
using Barometre.Application.CoProduction.Proposals;
using Barometre.Domain.Shared;
using MediatR;

namespace Barometre.WebApi.Demonstration;

/// <summary>What was proposed to one person of the demonstration, and how they answered, as shipped in <c>proposals.v1.json</c>.</summary>
/// <param name="goals">The person's plan: each proposal is of other words for one of its goals.</param>
internal sealed class DemonstrationProposals(DemonstrationVoices voices, DemonstrationContent content, ContentPerson person, DateTimeOffset begunAt, IReadOnlyList<ContentGoal> goals)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    private readonly Guid _id = DemonstrationProjects.IdOf("person", person.Key);

    /// <summary>By the key of the person.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<ContentProposal>> Read() =>
        JsonSerializer.Deserialize<Dictionary<string, IReadOnlyList<ContentProposal>>>(File.ReadAllText(Path.Combine(DemonstrationContent.Folder, "proposals.v1.json")), Options)!;

    public async Task LoadAsync(IReadOnlyList<ContentProposal> proposals)
    {
        foreach (var (number, proposal) in proposals.Index())
        {
            var id = Steady.Id(At(proposal.DaysAgo), $"proposal/{person.Key}/{number}");
            await SendAsync(proposal.By, new ProposeChangeCommand(_id, id, Reworded(proposal.Goal, proposal.Words), proposal.Why, At(proposal.DaysAgo)));
            if (proposal.Answer is { } answer)
            {
                await SendAsync("person", new AnswerProposalCommand(
                    _id, id, Steady.Id(At(answer.DaysAgo), $"proposal/{person.Key}/{number}/answer"), answer.Yes, answer.Words is { } words ? Reworded(proposal.Goal, words) : null,
                    answer.Reason, answer.ReasonShown, null, At(answer.DaysAgo), Setting.Alone, null));
            }
        }
    }

    private ProposedChange Reworded(string key, string words)
    {
        var goal = goals.First(one => one.Key == key);
        return new ProposedChange(new ProposedPlanChange(DemonstrationPlan.IdOf(person.Key, begunAt, goal), new GoalText(words, goal.Themes, goal.Why, goal.Domain)));
    }

    private async Task SendAsync<TResult>(string who, IRequest<TResult> request) =>
        await voices.SendAsync(who == "person" ? person.Account! : content.Staff.First(staff => staff.Key == who).Account, request);

    private DateTimeOffset At(int daysAgo) => begunAt.AddDays(-daysAgo);
}

/// <param name="By">The key of a practitioner.</param>
/// <param name="Goal">Its key in the person's plan.</param>
/// <param name="Answer">Null while it waits for the person's yes.</param>
internal sealed record ContentProposal(string By, int DaysAgo, string Goal, string Words, string Why, ContentAnswer? Answer);

/// <param name="Words">With a yes: the person's own words instead.</param>
internal sealed record ContentAnswer(int DaysAgo, bool Yes, string? Words = null, string? Reason = null, bool ReasonShown = false);
