using Barometre.Application.Participation.Circle;
using Barometre.Application.Participation.Rights;
using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Emergencies;

/// <summary>A coordinator says whether opening a record in an emergency was justified; if not, it closes at once. The person reads what they say.</summary>
public sealed record ReviewEmergencyCommand(Guid ProjectId, Guid ServiceUserId, Guid EmergencyId, bool Justified, string Review) : ICommand<Unit>
{
    public const string ReviewColumn = "participation.emergency_access.review";

    public Needed Access => Needed.Project(ProjectId, Role.Coordinator);
}

internal sealed class ReviewEmergencyValidator : AbstractValidator<ReviewEmergencyCommand>
{
    public ReviewEmergencyValidator() => RuleFor(command => command.Review).NotEmpty().MaximumLength(1000);
}

internal sealed class ReviewEmergencyHandler(IParticipationDb db, IRecordScope scope, IRecordKeys keys, ICircleRegister register, Caller caller, TimeProvider time)
    : IRequestHandler<ReviewEmergencyCommand, Unit>
{
    public async Task<Unit> Handle(ReviewEmergencyCommand command, CancellationToken cancellationToken)
    {
        await scope.OpenAsync(command.ServiceUserId, cancellationToken);
        // What was done in the project is the project's to review, whatever the person froze or left since; not by whomever they keep out.
        if (await db.KeepsOutAsync(command.ServiceUserId, caller.Account(), Role.Coordinator, command.ProjectId, cancellationToken))
        {
            throw new NotFound();
        }

        var opened = await db.EmergencyAccesses.SingleOrDefaultAsync(
            one => one.ServiceUserId == command.ServiceUserId && one.Id == command.EmergencyId && one.ProjectId == command.ProjectId, cancellationToken) ?? throw new NotFound();
        var key = await keys.ForAsync(command.ServiceUserId, cancellationToken);
        opened.Review(command.Justified, key.Seal(ReviewEmergencyCommand.ReviewColumn, command.Review), caller.Account(), time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        await register.EnterAsync<ReviewEmergencyCommand>(command.ServiceUserId, command.ProjectId, Role.Coordinator, cancellationToken);
        return Unit.Value;
    }
}
