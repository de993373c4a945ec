using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Records;

/// <summary>The person says what they want to be called and in which language; until they have an account, a practitioner of the circle notes it with them.</summary>
public sealed record DescribePersonCommand(Guid ServiceUserId, string CalledName, string Language) : ICommand<RecordVersion>, IVersionedCommand
{
    public Needed Access => Needed.Circle(ServiceUserId, Role.Practitioner);
}

/// <summary>The version of the record's cover after an edit.</summary>
public sealed record RecordVersion(int Version) : IVersioned;

internal sealed class DescribePersonValidator : AbstractValidator<DescribePersonCommand>
{
    public DescribePersonValidator()
    {
        RuleFor(command => command.CalledName).NotEmpty().MaximumLength(100);
        RuleFor(command => command.Language).Must(language => language is "fr" or "en");
    }
}

internal sealed class DescribePersonHandler(IParticipationDb db, IRecordKeys keys, Caller caller, TimeProvider time) : IRequestHandler<DescribePersonCommand, RecordVersion>
{
    public async Task<RecordVersion> Handle(DescribePersonCommand command, CancellationToken cancellationToken)
    {
        var person = await db.ServiceUsers.SingleOrDefaultAsync(known => known.ServiceUserId == command.ServiceUserId, cancellationToken) ?? throw new NotFound();
        caller.Accompanies(person, time.GetUtcNow());
        caller.Expect(person.Version);
        var key = await keys.ForAsync(command.ServiceUserId, cancellationToken);
        person.Describe(key.Seal(OpenRecordCommand.NameColumn, command.CalledName), command.Language);
        await db.SaveChangesAsync(cancellationToken);
        return new RecordVersion(person.Version);
    }
}
