using Barometre.Application.AccomplishmentPlan.Goals;
using Barometre.Application.QualityOfLife.Contracts;
using Barometre.Application.Shared;
using Barometre.Domain.AccomplishmentPlan;
using Barometre.Domain.AccomplishmentPlan.Goals;
using Barometre.Domain.Shared;
using FluentValidation.Results;

namespace Barometre.Application.AccomplishmentPlan.Links;

/// <summary>A link from the plan to a thing in another part of the record, without its words.</summary>
/// <param name="Code">The theme's code.</param>
public sealed record ThemeLink(string Code, LinkState State);

/// <summary>A link from the plan to a thing in another part of the record, without its words.</summary>
/// <param name="Id">The strength's or the person's on the map.</param>
public sealed record ThingLink(Guid Id, LinkState State);

/// <summary>Checks links when they are written, and says what became of them when they are read.</summary>
public sealed class PlanLinks(IQualityOfLifeReader quality, Caller caller)
{
    /// <summary>A link to be written leads to something that the writer can see; one that was there already may stay.</summary>
    /// <param name="before">What the goal was linked to before; null for a new one.</param>
    public async Task RequireAsync(Guid serviceUserId, GoalText goal, GoalWording? before, CancellationToken cancellationToken)
    {
        List<ValidationFailure> faults = [];
        var added = goal.Themes.Select((code, place) => (code, place)).Where(link => before?.Themes.Contains(link.code) != true).ToList();
        if (added.Count > 0)
        {
            var known = caller.Grant!.Sees(Tab.QualityOfLife)
                ? (await quality.ThemesAsync(serviceUserId, cancellationToken)).Where(theme => theme.Shown).Select(theme => theme.Code).ToHashSet(StringComparer.Ordinal)
                : [];
            faults.AddRange(added.Where(link => !known.Contains(link.code)).Select(link => Faults.At($"Goal.Themes[{link.place}]", PlanErrors.LinkToNothing)));
        }

        Faults.ThrowIfAny(faults);
    }
}
