using Barometre.Application.Participation.Access;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Pipeline;
using Barometre.Domain.Participation;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Records;

/// <summary>The installation's operator opens a record for somebody whose ratings are about to be imported. Its circle is empty: a coordinator of the project puts somebody forward.</summary>
public sealed record OpenImportedRecordCommand(Guid ServiceUserId, Guid ProjectId, string CalledName, string Language) : ICommand<Guid>
{
    public Needed Access => Needed.System;
}

internal sealed class OpenImportedRecordValidator : AbstractValidator<OpenImportedRecordCommand>
{
    public OpenImportedRecordValidator()
    {
        RuleFor(command => command.CalledName).NotEmpty().MaximumLength(100);
        RuleFor(command => command.Language).Must(language => language is "fr" or "en");
    }
}

internal sealed class OpenImportedRecordHandler(IParticipationDb db, IRecordScope scope, IRecordKeys keys, IRegister register, TimeProvider time)
    : IRequestHandler<OpenImportedRecordCommand, Guid>
{
    public async Task<Guid> Handle(OpenImportedRecordCommand command, CancellationToken cancellationToken)
    {
        await scope.OpenAsync(command.ServiceUserId, cancellationToken);
        if (await db.ServiceUsers.AnyAsync(person => person.ServiceUserId == command.ServiceUserId, cancellationToken))
        {
            return command.ServiceUserId;
        }

        await db.RequireProjectAsync(command.ProjectId, cancellationToken);
        var key = await keys.ForAsync(command.ServiceUserId, cancellationToken);
        var name = key.Seal(OpenRecordCommand.NameColumn, command.CalledName);
        db.ServiceUsers.Add(ServiceUser.Open(command.ServiceUserId, name, command.Language, command.ProjectId, openedBy: null, time.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        await register.EnterAsync(RegisterNote.OfOperator(command.ServiceUserId, true, UseCase<OpenImportedRecordCommand>.Name), cancellationToken);
        return command.ServiceUserId;
    }
}
