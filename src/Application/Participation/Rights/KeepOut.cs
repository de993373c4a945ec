using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using Barometre.Domain.Participation;
using Barometre.Domain.Participation.Consents;
using Barometre.Domain.Participation.Rights;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Rights;

/// <summary>The person keeps somebody, an organisation, a project or a role from information that names them, all of it or some tabs; it counts at their next request.</summary>
/// <param name="Tabs">The tabs that are kept from them; none for the whole record.</param>
public sealed record KeepOutCommand(Guid ServiceUserId, Guid RestrictionId, KeptOut KeptOut, IReadOnlyCollection<Tab> Tabs) : ICommand<Unit>
{
    public Needed Access => Needed.Rights(ServiceUserId);
}

internal sealed class KeepOutValidator : AbstractValidator<KeepOutCommand>
{
    public KeepOutValidator()
    {
        RuleFor(command => command.KeptOut).Must(keptOut => keptOut is { IsOne: true });
        RuleForEach(command => command.Tabs).IsInEnum();
    }
}

internal sealed class KeepOutHandler(IParticipationDb db, ITombstones tombstones, Caller caller, TimeProvider time) : IRequestHandler<KeepOutCommand, Unit>
{
    public async Task<Unit> Handle(KeepOutCommand command, CancellationToken cancellationToken)
    {
        var person = await db.ServiceUsers.AsNoTracking().SingleOrDefaultAsync(known => known.ServiceUserId == command.ServiceUserId, cancellationToken) ?? throw new NotFound();
        var act = await caller.InRightAsync(db, person, time.GetUtcNow(), cancellationToken);
        var known = await db.Restrictions.AsNoTracking().SingleOrDefaultAsync(one => one.ServiceUserId == command.ServiceUserId && one.Id == command.RestrictionId, cancellationToken);
        if (known is not null)
        {
            return known.Is(command.KeptOut, command.Tabs) ? Unit.Value : throw new RuleViolation(ParticipationErrors.IdTaken);
        }

        await RequireKnownAsync(command, cancellationToken);
        var restriction = Restriction.Of(command.ServiceUserId, command.RestrictionId, command.KeptOut, command.Tabs, act);
        await RequireOneBesideAsync(command, person, restriction, act, cancellationToken);
        db.Restrictions.Add(restriction);
        await db.SaveChangesAsync(cancellationToken);
        foreach (var system in await SystemsAsync(command, cancellationToken))
        {
            await tombstones.AddAsync(command.ServiceUserId, TombstoneReason.Restricted, ConsentPurpose.Integrator(system), cancellationToken);
        }

        return Unit.Value;
    }

    // Only whoever the person could come across is named: an account of any id would be a way to learn names.
    private async Task RequireKnownAsync(KeepOutCommand command, CancellationToken cancellationToken)
    {
        var (id, person) = (command.KeptOut.AccountId, command.ServiceUserId);
        var known = command.KeptOut switch
        {
            { AccountId: not null } => await db.CircleMembers.AnyAsync(member => member.ServiceUserId == person && member.AccountId == id, cancellationToken)
                || await db.RoleAssignments.AnyAsync(
                    held => held.AccountId == id && db.Enrolments.Any(stay => stay.ServiceUserId == person && stay.ProjectId == held.ProjectId), cancellationToken),
            { OrganisationId: { } organisation } => await db.Organisations.AnyAsync(one => one.Id == organisation, cancellationToken),
            { ProjectId: { } project } => await db.Projects.AnyAsync(one => one.Id == project, cancellationToken),
            _ => true,
        };
        if (!known)
        {
            throw new RuleViolation(RightsErrors.NobodyKnown);
        }
    }

    // Without an account, a record is opened again beside a practitioner: whoever decides now leaves one there, the one who decides with the person or, when somebody else decides for them, any.
    private async Task RequireOneBesideAsync(KeepOutCommand command, ServiceUser person, Restriction restriction, RightsAct act, CancellationToken cancellationToken)
    {
        if (person.AccountId is not null || restriction.Tabs is not null)
        {
            return;
        }

        var beside = (await db.CircleMembers.AsNoTracking()
            .Where(member => member.ServiceUserId == command.ServiceUserId && member.Role == Role.Practitioner && member.AccountId != null && member.State == CircleState.Active
                && (act.Ground != RightsGround.Together || member.AccountId == act.By))
            .Select(member => new { Account = member.AccountId!.Value, member.ProjectId, Organisation = db.Projects.Where(project => project.Id == member.ProjectId).Select(project => (Guid?)project.OrganisationId).FirstOrDefault() })
            .ToListAsync(cancellationToken))
            .ConvertAll(place => command.KeptOut.Hits(place.Account, Role.Practitioner, place.ProjectId, place.Organisation));
        if (act.Ground == RightsGround.Together ? beside.Contains(true) : beside.Count > 0 && !beside.Contains(false))
        {
            throw new RuleViolation(RightsErrors.OneBeside);
        }
    }

    private async Task<IEnumerable<Guid>> SystemsAsync(KeepOutCommand command, CancellationToken cancellationToken) =>
        (await db.CircleMembers.AsNoTracking().Where(member => member.ServiceUserId == command.ServiceUserId && member.Role == Role.Integrator && member.AccountId != null)
            .Select(member => new { Account = member.AccountId!.Value, member.ProjectId, Organisation = db.Projects.Where(project => project.Id == member.ProjectId).Select(project => (Guid?)project.OrganisationId).FirstOrDefault() })
            .ToListAsync(cancellationToken))
        .Where(system => command.KeptOut.Hits(system.Account, Role.Integrator, system.ProjectId, system.Organisation)).Select(system => system.Account).Distinct();
}
