using Barometre.Application.Shared;
using Barometre.Domain.Participation.Incidents;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Incidents;

/// <summary>The operator notes an incident of confidentiality in its register.</summary>
public sealed record NoteIncidentCommand(Guid IncidentId, IncidentKind Kind, IncidentScope Scope) : ICommand<Guid>
{
    public Needed Access => Needed.System;
}

internal sealed class NoteIncidentValidator : AbstractValidator<NoteIncidentCommand>
{
    public NoteIncidentValidator()
    {
        RuleFor(command => command.Scope.Until).GreaterThanOrEqualTo(command => command.Scope.From);
        RuleFor(command => command.Scope.Accounts).Must(ids => ids.Count <= 1000);
        RuleFor(command => command.Scope.Projects).Must(ids => ids.Count <= 1000);
    }
}

internal sealed class NoteIncidentHandler(IParticipationDb db, IRecordScope scope, TimeProvider time) : IRequestHandler<NoteIncidentCommand, Guid>
{
    public async Task<Guid> Handle(NoteIncidentCommand command, CancellationToken cancellationToken)
    {
        scope.OpenForEveryone();
        if (!await db.Incidents.AnyAsync(known => known.Id == command.IncidentId, cancellationToken))
        {
            db.Incidents.Add(Incident.Of(command.IncidentId, command.Kind, command.Scope, time.GetUtcNow()));
            await db.SaveChangesAsync(cancellationToken);
        }

        return command.IncidentId;
    }
}
