using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.QualityOfLife;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.QualityOfLife.BlindMode;

/// <summary>The person turns blind mode on or off, alone or together with somebody on one screen. Sent again, one effect; it counts at the next reading of anybody.</summary>
/// <param name="ChoiceId">Made by the device.</param>
public sealed record SetBlindModeCommand(Guid ServiceUserId, Guid ChoiceId, bool On, DateTimeOffset At, Setting Setting, Guid? PresentMemberId) : ICommand<KeptFact>, INoting
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.QualityOfLife, AccessLevel.Contribute);
}

internal sealed class SetBlindModeValidator : AbstractValidator<SetBlindModeCommand>
{
    public SetBlindModeValidator()
    {
        this.RuleForNoting();
        RuleFor(command => command.ChoiceId).NotEmpty();
    }
}

internal sealed class SetBlindModeHandler(IQualityOfLifeDb db, Caller caller, TimeProvider time) : IRequestHandler<SetBlindModeCommand, KeptFact>
{
    public async Task<KeptFact> Handle(SetBlindModeCommand command, CancellationToken cancellationToken)
    {
        var noting = caller.Decides(command.ServiceUserId, command.ChoiceId, command);
        var before = await db.BlindChoices.AsNoTracking().Where(one => one.ServiceUserId == command.ServiceUserId).ToListAsync(cancellationToken);
        if (KeptFact.Again(before.Find(one => one.Id == command.ChoiceId), noting, one => one.IsOn == command.On) is { } same)
        {
            return same;
        }

        var choice = BlindChoice.Make(noting, command.On, before, time.GetUtcNow());
        db.BlindChoices.Add(choice);
        await db.SaveChangesAsync(cancellationToken);
        return KeptFact.Of(choice);
    }
}
