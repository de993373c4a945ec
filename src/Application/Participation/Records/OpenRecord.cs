using Barometre.Application.Shared;
using Barometre.Domain.Participation;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Records;

/// <summary>A practitioner opens a record with what the person wants to be called. Sent twice, it is opened once.</summary>
public sealed record OpenRecordCommand(Guid ServiceUserId, Guid ProjectId, string CalledName, string Language) : ICommand<Guid>
{
    public const string NameColumn = "participation.service_user.called_name";

    public Needed Access => Needed.Project(ProjectId, Role.Practitioner);
}

internal sealed class OpenRecordValidator : AbstractValidator<OpenRecordCommand>
{
    public OpenRecordValidator()
    {
        RuleFor(command => command.CalledName).NotEmpty().MaximumLength(100);
        RuleFor(command => command.Language).Must(language => language is "fr" or "en");
    }
}

internal sealed class OpenRecordHandler(IParticipationDb db, IRecordScope scope, IRecordKeys keys, Caller caller, TimeProvider time) : IRequestHandler<OpenRecordCommand, Guid>
{
    public async Task<Guid> Handle(OpenRecordCommand command, CancellationToken cancellationToken)
    {
        await scope.OpenAsync(command.ServiceUserId, cancellationToken);
        var key = await keys.ForAsync(command.ServiceUserId, cancellationToken);
        var name = key.Seal(OpenRecordCommand.NameColumn, command.CalledName);
        db.ServiceUsers.Add(ServiceUser.Open(command.ServiceUserId, name, command.Language, command.ProjectId, caller.AccountId!.Value, time.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        return command.ServiceUserId;
    }
}
