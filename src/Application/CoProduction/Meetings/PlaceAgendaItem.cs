using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.CoProduction.Meetings;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.CoProduction.Meetings;

/// <summary>Puts an item of the agenda after another, or first; by either. Sent again, one effect.</summary>
/// <param name="FactId">Made by the device.</param>
/// <param name="AfterItemId">The item that it comes after; first when not said.</param>
public sealed record PlaceAgendaItemCommand(
    Guid ServiceUserId, Guid MeetingId, Guid ItemId, Guid FactId, Guid? AfterItemId, DateTimeOffset At, Setting Setting, Guid? PresentMemberId) : ICommand<KeptFact>, INoting
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Coproduction, AccessLevel.Contribute);
}

internal sealed class PlaceAgendaItemValidator : AbstractValidator<PlaceAgendaItemCommand>
{
    public PlaceAgendaItemValidator()
    {
        this.RuleForNoting();
        RuleFor(command => command.FactId).NotEmpty();
        RuleFor(command => command.AfterItemId).NotEqual(command => command.ItemId);
    }
}

internal sealed class PlaceAgendaItemHandler(AgendaDesk desk, Caller caller, TimeProvider time) : IRequestHandler<PlaceAgendaItemCommand, KeptFact>
{
    public Task<KeptFact> Handle(PlaceAgendaItemCommand command, CancellationToken cancellationToken)
    {
        var noting = caller.Decides(command.ServiceUserId, command.FactId, command);
        return desk.KeepAsync(
            noting, command.MeetingId, command.ItemId,
            (fact, _) => fact.Kind == AgendaFactKind.Placed && fact.AfterItemId == command.AfterItemId,
            (item, _) => item.Place(noting, command.AfterItemId, time.GetUtcNow()),
            cancellationToken);
    }
}
