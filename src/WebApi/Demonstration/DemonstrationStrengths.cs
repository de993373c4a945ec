using Barometre.Application.Strengths.Boards;
using Barometre.Application.Strengths.Items;
using Barometre.Domain.Shared;
using MediatR;

namespace Barometre.WebApi.Demonstration;

/// <summary>The strengths of one invented person: named, proposed, answered, put in order.</summary>
/// <param name="send">Sends a request as <c>person</c> or as a practitioner.</param>
internal sealed class DemonstrationStrengths(ContentPerson person, Guid id, Func<string, IRequest<NotedStrength>, Task> send)
{
    public async Task LoadAsync(DateTimeOffset begunAt)
    {
        foreach (var (number, strength) in (person.Strengths ?? []).Index())
        {
            var (at, strengthId) = (begunAt.AddDays(-strength.DaysAgo), IdOf(begunAt, number));
            var said = new SaidStrength(strength.Words, strength.Kind, strength.Domain, strength.Time, strength.Suggestion, strength.Theme, null, strength.Resource);
            await send(strength.By, new NameStrengthCommand(id, strengthId, said, at, strength.Setting, strength.Setting == Setting.Joint ? Perspective.ServiceUser : null));
            if (strength.Answer is { } yes)
            {
                await send("person", new AnswerStrengthCommand(
                    id, strengthId, Steady.Id(at, $"answer/{person.Key}/{number}"), yes, null, strength.Reason, at.AddHours(1), Setting.Alone));
            }
        }
    }

    /// <summary>The order and pins; null when there is nothing to put in order.</summary>
    public ArrangeStrengthsCommand? Arrangement(DateTimeOffset begunAt)
    {
        Guid[] pinned = [.. (person.Strengths ?? []).Index().Where(strength => strength.Item.Pinned).Select(strength => IdOf(begunAt, strength.Index))];
        return pinned.Length == 0 ? null : new ArrangeStrengthsCommand(id, pinned, pinned, begunAt, Setting.Alone);
    }

    private Guid IdOf(DateTimeOffset begunAt, int number) => Steady.Id(begunAt.AddDays(-person.Strengths![number].DaysAgo), $"strength/{person.Key}/{number}");
}
