using Barometre.Application.Participation.Circle;
using Barometre.Application.Shared;
using Barometre.Domain.Participation;
using Barometre.Domain.Participation.Rights;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Representatives;

/// <summary>A coordinator or an administrator records who may act in a person's rights, and on what ground. Sent twice, it is recorded once.</summary>
/// <param name="Ground">What was shown, in words (a judgment, a birth certificate); sealed with the record.</param>
public sealed record NameRepresentativeCommand(
    Guid ProjectId, Guid ServiceUserId, Guid RepresentativeId, Guid AccountId, RepresentativeKind Kind, IReadOnlyList<Tab> Reads, bool DecidesRights, string Ground, DateOnly StartsOn, DateOnly EndsOn)
    : ICommand<Unit>
{
    public const string GroundColumn = "participation.representative.ground";

    public Needed Access => Needed.Project(ProjectId, Role.Coordinator, Role.Administrator);
}

internal sealed class NameRepresentativeValidator : AbstractValidator<NameRepresentativeCommand>
{
    public NameRepresentativeValidator()
    {
        RuleFor(command => command.Kind).IsInEnum();
        RuleFor(command => command.Reads).NotNull().Must(tabs => tabs.Count <= Enum.GetValues<Tab>().Length);
        RuleForEach(command => command.Reads).IsInEnum();
        RuleFor(command => command.Ground).NotEmpty().MaximumLength(500);
        RuleFor(command => command.EndsOn).InclusiveBetween(new DateOnly(2000, 1, 1), new DateOnly(2200, 1, 1));
        RuleFor(command => command.StartsOn).InclusiveBetween(new DateOnly(2000, 1, 1), new DateOnly(2180, 1, 1));
    }
}

internal sealed class NameRepresentativeHandler(IParticipationDb db, IRecordScope scope, IRecordKeys keys, ICircleRegister register, Caller caller, TimeProvider time)
    : IRequestHandler<NameRepresentativeCommand, Unit>
{
    public async Task<Unit> Handle(NameRepresentativeCommand command, CancellationToken cancellationToken)
    {
        await scope.OpenAsync(command.ServiceUserId, cancellationToken);
        var person = await db.PersonOfProjectAsync(command.ServiceUserId, command.ProjectId, caller, cancellationToken);
        var key = await keys.ForAsync(command.ServiceUserId, cancellationToken);
        var said = new Representation(
            command.ServiceUserId, command.RepresentativeId, command.ProjectId, command.AccountId, command.Kind, command.Reads, command.DecidesRights,
            key.Seal(NameRepresentativeCommand.GroundColumn, command.Ground), command.StartsOn, command.EndsOn);
        if (await db.Representatives.AsNoTracking().SingleOrDefaultAsync(one => one.ServiceUserId == said.ServiceUserId && one.Id == said.Id, cancellationToken) is { } known)
        {
            return known.IsFrom(said) ? Unit.Value : throw new RuleViolation(ParticipationErrors.IdTaken);
        }

        await RequireMayRepresentAsync(person, said, cancellationToken);
        db.Representatives.Add(Representative.Record(said, caller.Account(), time.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        await register.EnterAsync<NameRepresentativeCommand>(command.ServiceUserId, command.ProjectId, caller.Grant!.As, cancellationToken);
        return Unit.Value;
    }

    // Whoever accompanies the person, or runs where they are accompanied, would decide about themself.
    private async Task RequireMayRepresentAsync(ServiceUser person, Representation said, CancellationToken cancellationToken)
    {
        if (!await db.AccountNames.AnyAsync(account => account.Id == said.AccountId, cancellationToken))
        {
            throw new RuleViolation(ParticipationErrors.AccountUnknown);
        }

        var projects = person.Enrolments.Select(stay => (Guid?)stay.ProjectId).ToArray();
        if (person.AccountId == said.AccountId || await db.RoleAssignments.AnyAsync(
            held => held.AccountId == said.AccountId && held.Until == null && projects.Contains(held.ProjectId), cancellationToken))
        {
            throw new RuleViolation(RightsErrors.RepresentsNobody);
        }
    }
}
