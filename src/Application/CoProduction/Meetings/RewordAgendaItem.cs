using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.CoProduction.Meetings;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.CoProduction.Meetings;

/// <summary>Says an item of the agenda in other words: its author, or the person. What it said before stays readable; of two devices the later clock counts. Sent again, one effect.</summary>
/// <param name="FactId">Made by the device.</param>
public sealed record RewordAgendaItemCommand(
    Guid ServiceUserId, Guid MeetingId, Guid ItemId, Guid FactId, string Words, DateTimeOffset At, Setting Setting, Guid? PresentMemberId) : ICommand<KeptFact>, INoting
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Coproduction, AccessLevel.Contribute);
}

internal sealed class RewordAgendaItemValidator : AbstractValidator<RewordAgendaItemCommand>
{
    public RewordAgendaItemValidator()
    {
        this.RuleForNoting();
        RuleFor(command => command.FactId).NotEmpty();
        RuleFor(command => command.Words).NotEmpty().MaximumLength(AddAgendaItemCommand.LongestWords);
    }
}

internal sealed class RewordAgendaItemHandler(AgendaDesk desk, Caller caller, TimeProvider time) : IRequestHandler<RewordAgendaItemCommand, KeptFact>
{
    public Task<KeptFact> Handle(RewordAgendaItemCommand command, CancellationToken cancellationToken)
    {
        var noting = caller.Decides(command.ServiceUserId, command.FactId, command);
        return desk.KeepAsync(
            noting, command.MeetingId, command.ItemId,
            (fact, key) => fact.Kind == AgendaFactKind.Reworded && key.Says(MeetingColumns.AgendaWords, fact.WordsSealed, command.Words),
            (item, key) => item.Reword(noting, key.Seal(MeetingColumns.AgendaWords, command.Words), time.GetUtcNow()),
            cancellationToken);
    }
}
