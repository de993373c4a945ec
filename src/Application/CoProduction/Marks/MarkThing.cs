using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.CoProduction;
using Barometre.Domain.CoProduction.Marks;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.CoProduction.Marks;

/// <summary>Says “let’s talk about it” of a thing, or no longer: everybody takes back their own mark, the person any. Sent again, one effect.</summary>
/// <param name="MarkId">Made by the device.</param>
public sealed record MarkThingCommand(Guid ServiceUserId, Guid MarkId, Thing Thing, bool Marked, DateTimeOffset At, Setting Setting, Guid? PresentMemberId) : ICommand<KeptFact>, INoting
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Coproduction, AccessLevel.Contribute);
}

internal sealed class MarkThingValidator : AbstractValidator<MarkThingCommand>
{
    public MarkThingValidator()
    {
        this.RuleForNoting();
        RuleFor(command => command.MarkId).NotEmpty();
        RuleFor(command => command.Thing).MustBeClear();
    }
}

internal sealed class MarkThingHandler(ICoProductionDb db, Things things, Caller caller, TimeProvider time) : IRequestHandler<MarkThingCommand, KeptFact>
{
    public async Task<KeptFact> Handle(MarkThingCommand command, CancellationToken cancellationToken)
    {
        var noting = caller.Decides(command.ServiceUserId, command.MarkId, command);
        await things.RequireAsync(command.ServiceUserId, command.Thing, nameof(command.Thing), cancellationToken);
        var known = await db.MarkFacts.FirstOrDefaultAsync(fact => fact.ServiceUserId == command.ServiceUserId && fact.Id == command.MarkId, cancellationToken);
        if (KeptFact.Again(known, noting, fact => fact.Thing == command.Thing && fact.Marked == command.Marked) is { } same)
        {
            return same;
        }

        var mark = MarkFact.Note(noting, command.Thing, command.Marked, time.GetUtcNow());
        db.MarkFacts.Add(mark);
        await db.SaveChangesAsync(cancellationToken);
        return KeptFact.Of(mark);
    }
}
