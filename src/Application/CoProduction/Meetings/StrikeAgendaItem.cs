using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.CoProduction.Meetings;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.CoProduction.Meetings;

/// <summary>Strikes an item of the agenda, or takes it back; by either. It stays to be seen. Sent again, one effect.</summary>
/// <param name="FactId">Made by the device.</param>
/// <param name="Struck">False takes it back.</param>
public sealed record StrikeAgendaItemCommand(
    Guid ServiceUserId, Guid MeetingId, Guid ItemId, Guid FactId, bool Struck, DateTimeOffset At, Setting Setting, Guid? PresentMemberId) : ICommand<KeptFact>, INoting
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Coproduction, AccessLevel.Contribute);
}

internal sealed class StrikeAgendaItemValidator : AbstractValidator<StrikeAgendaItemCommand>
{
    public StrikeAgendaItemValidator()
    {
        this.RuleForNoting();
        RuleFor(command => command.FactId).NotEmpty();
    }
}

internal sealed class StrikeAgendaItemHandler(AgendaDesk desk, Caller caller, TimeProvider time) : IRequestHandler<StrikeAgendaItemCommand, KeptFact>
{
    public Task<KeptFact> Handle(StrikeAgendaItemCommand command, CancellationToken cancellationToken)
    {
        var noting = caller.Decides(command.ServiceUserId, command.FactId, command);
        return desk.KeepAsync(
            noting, command.MeetingId, command.ItemId,
            (fact, _) => fact.Kind == (command.Struck ? AgendaFactKind.Struck : AgendaFactKind.TakenBack),
            (item, _) => item.Strike(noting, command.Struck, time.GetUtcNow()),
            cancellationToken);
    }
}
