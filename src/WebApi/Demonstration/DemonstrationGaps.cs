using Barometre.Application.CoProduction.Voices;
using Barometre.Domain.CoProduction.Voices;

namespace Barometre.WebApi.Demonstration;

/// <summary>What one invented person and those who accompany them say of the gaps between their voices.</summary>
internal sealed class DemonstrationGaps(DemonstrationVoices voices, DemonstrationContent content, ContentPerson person, Guid id)
{
    public async Task LoadAsync(DateTimeOffset begunAt)
    {
        foreach (var (number, said) in (person.Gaps ?? []).Index())
        {
            var gap = (await voices.SendAsync(person.Account!, new ListGapsQuery(id, said.Theme))).Gaps.Single();
            var at = begunAt.AddDays(-said.DaysAgo);
            await voices.SendAsync(AccountOf(said.By), new SayOfGapCommand(
                id, said.Theme, Steady.Id(at, $"gap/{person.Key}/{number}"), said.Word, gap.Now.PersonAt, gap.Now.PractitionerAt, at, Domain.Shared.Setting.Alone, null));
        }
    }

    private string AccountOf(string who) => who == "person" ? person.Account! : content.Staff.First(staff => staff.Key == who).Account;
}

/// <param name="By"><c>person</c>, or the key of a practitioner.</param>
internal sealed record ContentGapWord(string By, int DaysAgo, string Theme, GapWord Word);
