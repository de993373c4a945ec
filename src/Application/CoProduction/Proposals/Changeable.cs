using Barometre.Application.AccomplishmentPlan.Contracts;
using Barometre.Application.QualityOfLife.Contracts;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Changes;
using Barometre.Application.Strengths.Contracts;
using Barometre.Domain.CoProduction.Proposals;
using Barometre.Domain.Shared;

namespace Barometre.Application.CoProduction.Proposals;

/// <summary>What may be proposed to change, each change with the module that owns what would change.</summary>
public sealed class Changeable(IPlanChanges plan, IStrengthChanges strengths, IStarChanges stars, Caller caller)
{
    /// <summary>A change with whoever makes it.</summary>
    /// <exception cref="FluentValidation.ValidationException">It says no change, or more than one; <paramref name="path"/> points at it.</exception>
    /// <exception cref="Forbidden">The part of the record where the thing stands is closed to the caller.</exception>
    internal BoundChange Bind(ProposedChange change, string path)
    {
        BoundChange?[] said = [Bound(plan, change.Plan, $"{path}.Plan"), Bound(strengths, change.Strengths, $"{path}.Strengths"), Bound(stars, change.Stars, $"{path}.Stars")];
        Faults.ThrowIfAny(said.Count(one => one is not null) == 1 && said.First(one => one is not null) is { IsClear: true } ? [] : [Faults.At(path, ProposalErrors.ChangeUnclear)]);
        var bound = said.First(one => one is not null)!;
        return caller.Grant!.Sees(bound.Kind.Tab()) ? bound : throw new Forbidden(SharedErrors.TabClosed);
    }

    /// <summary>What others wrote as new and waits in its own module, as far as the caller may see it.</summary>
    internal async Task<IReadOnlyList<WaitingThing>> WaitingAsync(Guid serviceUserId, CancellationToken cancellationToken) =>
    [
        .. caller.Grant!.Sees(Tab.Plan) ? await plan.WaitingAsync(serviceUserId, cancellationToken) : [],
        .. caller.Grant.Sees(Tab.Strengths) ? await strengths.WaitingAsync(serviceUserId, cancellationToken) : [],
    ];

    private static BoundChange? Bound<T>(IProposedChanges<T> owner, T? part, string path)
        where T : class
    {
        if (part is null)
        {
            return null;
        }

        var (useCase, thing) = owner.About(part);
        var clear = Enum.TryParse<ProposalKind>(useCase, out var kind) && kind.Thing() is null == thing is null;
        return new BoundChange(
            clear, kind, thing, owner.Says(part),
            (person, cancel) => owner.CheckAsync(person, part, path, cancel),
            (person, held, cancel) => owner.VersionAsync(person, part, held, cancel),
            (person, yes, cancel) => owner.MakeAsync(person, part, yes, cancel));
    }
}

/// <summary>A change and how its owner takes it on.</summary>
/// <param name="IsClear">It says one thing.</param>
/// <param name="CheckAsync">Refuses what is wrong with one that is being proposed: whose.</param>
/// <param name="VersionAsync">The thing's version; null when it is gone. Whose, and whether to hold it.</param>
/// <param name="MakeAsync">Makes the change: whose, and by which yes.</param>
internal sealed record BoundChange(
    bool IsClear, ProposalKind Kind, Guid? ThingId, string Says, Func<Guid, CancellationToken, Task> CheckAsync, Func<Guid, bool, CancellationToken, Task<int?>> VersionAsync, Func<Guid, YesTo, CancellationToken, Task> MakeAsync);
