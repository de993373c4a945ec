using Barometre.Application.Participation.Access;
using Barometre.Application.Participation.Circle;
using Barometre.Application.Participation.Rights;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Pipeline;
using Barometre.Domain.Participation;
using Barometre.Domain.Participation.Rights;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Emergencies;

/// <summary>A practitioner of a project that allows it opens, to read and for some hours, a record in whose circle they are not; the person and the coordination see it at once.</summary>
/// <param name="Tabs">No more than is needed.</param>
/// <param name="Reason">In words; sealed with the record.</param>
public sealed record OpenInEmergencyCommand(Guid ProjectId, Guid ServiceUserId, Guid EmergencyId, IReadOnlyList<Tab> Tabs, string Reason) : ICommand<OpenedInEmergency>
{
    public const string ReasonColumn = "participation.emergency_access.reason";

    public Needed Access => Needed.Project(ProjectId, Role.Practitioner);
}

/// <summary>Until when it is open.</summary>
public sealed record OpenedInEmergency(Guid EmergencyId, DateTimeOffset ExpiresAt);

internal sealed class OpenInEmergencyValidator : AbstractValidator<OpenInEmergencyCommand>
{
    public OpenInEmergencyValidator()
    {
        RuleFor(command => command.Tabs).Must(tabs => tabs is { Count: > 0 and <= 5 });
        RuleForEach(command => command.Tabs).IsInEnum();
        RuleFor(command => command.Reason).NotEmpty().MaximumLength(1000);
    }
}

internal sealed class OpenInEmergencyHandler(IParticipationDb db, IRecordScope scope, IRecordKeys keys, IRegister register, Caller caller, TimeProvider time)
    : IRequestHandler<OpenInEmergencyCommand, OpenedInEmergency>
{
    public async Task<OpenedInEmergency> Handle(OpenInEmergencyCommand command, CancellationToken cancellationToken)
    {
        var project = await db.Projects.AsNoTracking().SingleAsync(known => known.Id == command.ProjectId, cancellationToken);
        var hours = project.EmergencyHours ?? throw new RuleViolation(RightsErrors.EmergencyNotEnabled);
        await scope.OpenAsync(command.ServiceUserId, cancellationToken);
        var person = await db.PersonAsync(command.ServiceUserId, cancellationToken);
        if (!person.IsIn(command.ProjectId))
        {
            throw new NotFound();
        }

        if (await db.EmergencyAccesses.AsNoTracking().SingleOrDefaultAsync(one => one.ServiceUserId == command.ServiceUserId && one.Id == command.EmergencyId, cancellationToken) is { } known)
        {
            return known.AccountId == caller.Account() ? new OpenedInEmergency(known.Id, known.ExpiresAt) : throw new RuleViolation(ParticipationErrors.IdTaken);
        }

        await RequireNoNoAsync(person, command, cancellationToken);
        var key = await keys.ForAsync(command.ServiceUserId, cancellationToken);
        var opened = EmergencyAccess.Open(
            command.ServiceUserId, command.EmergencyId, command.ProjectId, caller.Account(), command.Tabs, key.Seal(OpenInEmergencyCommand.ReasonColumn, command.Reason), hours, time.GetUtcNow());
        db.EmergencyAccesses.Add(opened);
        await db.SaveChangesAsync(cancellationToken);
        await register.EnterAsync(
            new RegisterNote(command.ServiceUserId, project.OrganisationId, RegisterGround.Emergency, null, [], true, UseCase<OpenInEmergencyCommand>.Name), cancellationToken);
        return new OpenedInEmergency(opened.Id, opened.ExpiresAt);
    }

    // An emergency stands in for a person who could not say anything, never above what they said: closed, frozen, kept out, a place that they gave with what they opened to it, or
    // took back. Nor is it opened again by whoever opened it without a reason that held.
    private async Task RequireNoNoAsync(ServiceUser person, OpenInEmergencyCommand command, CancellationToken cancellationToken)
    {
        var (record, account) = (person.ServiceUserId, caller.Account());
        if (person.CareClosed || person.Frozen || person.AccountId == account
            || await db.KeepsOutAsync(record, account, Role.Practitioner, command.ProjectId, cancellationToken)
            || await db.CircleMembers.AnyAsync(
                member => member.ServiceUserId == record && member.AccountId == account && (member.State == CircleState.Active || member.State == CircleState.Declined), cancellationToken)
            || await db.TookBackAsync(record, account, cancellationToken)
            || await db.EmergencyAccesses.AnyAsync(one => one.ServiceUserId == record && one.AccountId == account && one.Justified == false, cancellationToken))
        {
            throw new RuleViolation(RightsErrors.EmergencyNotOpened);
        }
    }
}
