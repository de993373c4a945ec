using Barometre.Application.Participation.Circle;
using Barometre.Application.Shared;
using Barometre.Domain.Participation;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
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

internal sealed class OpenRecordHandler(IParticipationDb db, IRecordScope scope, IRecordKeys keys, ICircleRegister register, Caller caller, TimeProvider time)
    : IRequestHandler<OpenRecordCommand, Guid>
{
    public async Task<Guid> Handle(OpenRecordCommand command, CancellationToken cancellationToken)
    {
        var account = caller.Account();
        await scope.OpenAsync(command.ServiceUserId, cancellationToken);
        var known = await db.ServiceUsers.AsNoTracking().Include(person => person.Enrolments)
            .SingleOrDefaultAsync(person => person.ServiceUserId == command.ServiceUserId, cancellationToken);
        var key = await keys.ForAsync(command.ServiceUserId, cancellationToken);
        if (known is not null)
        {
            return IsTheSame(known, key, command, account) ? command.ServiceUserId : throw new RuleViolation(ParticipationErrors.IdTaken);
        }

        var now = time.GetUtcNow();
        var name = key.Seal(OpenRecordCommand.NameColumn, command.CalledName);
        db.ServiceUsers.Add(ServiceUser.Open(command.ServiceUserId, name, command.Language, command.ProjectId, account, now));
        var opener = CircleMember.OpenedTogether(command.ServiceUserId, account, command.ProjectId, now);
        db.CircleMembers.Add(opener);
        await db.SaveChangesAsync(cancellationToken);
        await register.EnterAsync<OpenRecordCommand>(opener, cancellationToken);
        return command.ServiceUserId;
    }

    private static bool IsTheSame(ServiceUser known, IRecordKey key, OpenRecordCommand command, Guid account) =>
        known.OpenedBy == account && known.Language == command.Language && known.IsIn(command.ProjectId)
        && key.Open(OpenRecordCommand.NameColumn, known.CalledNameSealed) == command.CalledName;
}
