using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.CoProduction.Effects;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.CoProduction.Effects;

/// <summary>The person shows the process part of a sheet to somebody of their circle, as it is at that moment, or takes that back at once. Sent again, one effect.</summary>
/// <param name="ShowingId">Made by the device.</param>
/// <param name="MemberId">The place in the circle.</param>
/// <param name="Shown">False takes it back.</param>
public sealed record ShowEffectsCommand(Guid ServiceUserId, Guid SheetId, Guid ShowingId, Guid MemberId, bool Shown, DateTimeOffset At) : ICommand<KeptFact>, INoting
{
    public Needed Access => Needed.OwnRecord(ServiceUserId);

    Setting INoting.Setting => Setting.Alone;

    Guid? INamesPresent.PresentMemberId => null;
}

internal sealed class ShowEffectsValidator : AbstractValidator<ShowEffectsCommand>
{
    public ShowEffectsValidator()
    {
        RuleFor(command => command.ShowingId).NotEmpty();
        RuleFor(command => command.MemberId).NotEmpty();
        RuleFor(command => command.At).GreaterThanOrEqualTo(FactTime.Earliest).Because(FactErrors.ClockNotSet);
    }
}

internal sealed class ShowEffectsHandler(IEffectsDb db, ICircleReader circle, Caller caller, TimeProvider time) : IRequestHandler<ShowEffectsCommand, KeptFact>
{
    public async Task<KeptFact> Handle(ShowEffectsCommand command, CancellationToken cancellationToken)
    {
        var noting = caller.Decides(command.ServiceUserId, command.ShowingId, command);
        var known = await db.Showings.AsNoTracking().FirstOrDefaultAsync(one => one.ServiceUserId == command.ServiceUserId && one.Id == command.ShowingId, cancellationToken);
        if (KeptFact.Again(known, noting, one => one.SheetId == command.SheetId && one.MemberId == command.MemberId && one.Shown == command.Shown) is { } same)
        {
            return same;
        }

        if (!await db.Sheets.AnyAsync(one => one.ServiceUserId == command.ServiceUserId && one.Id == command.SheetId, cancellationToken))
        {
            throw new NotFound();
        }

        await RequireMemberAsync(command, cancellationToken);
        var before = await db.Showings.AsNoTracking()
            .Where(one => one.ServiceUserId == command.ServiceUserId && one.SheetId == command.SheetId && one.MemberId == command.MemberId).ToListAsync(cancellationToken);
        var showing = EffectsShowing.Note(noting, command.SheetId, command.MemberId, command.Shown, before, time.GetUtcNow());
        db.Showings.Add(showing);
        await db.SaveChangesAsync(cancellationToken);
        return KeptFact.Of(showing);
    }

    // Taking back needs nobody to be there any more.
    private async Task RequireMemberAsync(ShowEffectsCommand command, CancellationToken cancellationToken)
    {
        var there = (await circle.PlacesAsync(command.ServiceUserId, cancellationToken))
            .Any(place => place.MemberId == command.MemberId && place.Role is Role.Practitioner or Role.Relative && (place.Active || !command.Shown));
        Faults.ThrowIfAny(there ? [] : [Faults.At(nameof(command.MemberId), EffectsErrors.ShownToNobody)]);
    }
}
