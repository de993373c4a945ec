using Barometre.Application.Shared;
using Barometre.Application.Strengths.Items;
using Barometre.Domain.Shared;
using Barometre.Domain.Strengths;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Strengths.Boards;

/// <summary>Puts the strengths in the person's order and pins those they are proudest of; the order before stays as history.</summary>
/// <param name="Order">The whole order; what is left out comes after, oldest first.</param>
/// <param name="Pinned">The whole list of pins.</param>
/// <param name="At">What the device's clock said.</param>
public sealed record ArrangeStrengthsCommand(
    Guid ServiceUserId, IReadOnlyList<Guid> Order, IReadOnlyList<Guid> Pinned, DateTimeOffset At, Setting Setting) : ICommand<StrengthOrder>, IVersionedCommand
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Strengths, AccessLevel.Contribute);
}

/// <summary>The order and pins that were kept.</summary>
/// <param name="Version">Counts the changes, from 1. The ETag.</param>
public sealed record StrengthOrder(int Version, IReadOnlyList<Guid> Order, IReadOnlyList<Guid> Pinned) : IVersioned;

internal sealed class ArrangeStrengthsValidator : AbstractValidator<ArrangeStrengthsCommand>
{
    public ArrangeStrengthsValidator()
    {
        RuleFor(command => command.Order).Must(order => order.Count <= Arrangement.Longest);
        RuleFor(command => command.Pinned).Must(pinned => pinned.Count <= Arrangement.Longest);
        RuleFor(command => command.At).GreaterThanOrEqualTo(FactTime.Earliest).Because(FactErrors.ClockNotSet);
    }
}

internal sealed class ArrangeStrengthsHandler(IStrengthsDb db, StrengthWriting writing, Caller caller) : IRequestHandler<ArrangeStrengthsCommand, StrengthOrder>
{
    public async Task<StrengthOrder> Handle(ArrangeStrengthsCommand command, CancellationToken cancellationToken)
    {
        var noting = writing.Deciding(command.At, command.Setting);
        var arrangement = await db.Arrangements.Include(one => one.Facts.Where(fact => fact.Until == null))
            .FirstOrDefaultAsync(one => one.ServiceUserId == command.ServiceUserId, cancellationToken);
        caller.Expect(arrangement?.Version ?? 0);
        if (arrangement is null)
        {
            arrangement = Arrangement.For(command.ServiceUserId);
            db.Arrangements.Add(arrangement);
        }

        await RequireStrengthsAsync(command, cancellationToken);
        arrangement.Arrange(command.Order, command.Pinned, noting);
        await db.SaveChangesAsync(cancellationToken);
        return new StrengthOrder(arrangement.Version, command.Order, command.Pinned);
    }

    // One that is set aside keeps its place, for when it is taken up again.
    private async Task RequireStrengthsAsync(ArrangeStrengthsCommand command, CancellationToken cancellationToken)
    {
        Guid[] named = [.. command.Order.Concat(command.Pinned).Distinct()];
        var known = (await db.Strengths.AsNoTracking()
            .Where(strength => strength.ServiceUserId == command.ServiceUserId && named.Contains(strength.Id))
            .Where(strength => strength.Standing == StrengthStanding.Kept || strength.Standing == StrengthStanding.Retired)
            .Select(strength => strength.Id)
            .ToListAsync(cancellationToken)).ToHashSet();
        Faults.ThrowIfAny([.. Unknown(command.Order, nameof(command.Order), known), .. Unknown(command.Pinned, nameof(command.Pinned), known)]);
    }

    private static IEnumerable<ValidationFailure> Unknown(IReadOnlyList<Guid> named, string path, HashSet<Guid> known) =>
        named.Index().Where(one => !known.Contains(one.Item)).Select(one => Faults.At($"{path}[{one.Index}]", StrengthsErrors.UnknownStrength));
}
