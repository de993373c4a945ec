using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Records;

/// <summary>A record's cover: what the person is called, where they are enrolled; nothing of its tabs.</summary>
/// <param name="HasAccount">True once the person has claimed the record.</param>
public sealed record RecordView(Guid ServiceUserId, string CalledName, string Language, bool HasAccount, IReadOnlyList<RecordProject> Projects, int Version) : IVersioned;

/// <summary>A project that the person is in.</summary>
public sealed record RecordProject(Guid ProjectId, string Name, DateTimeOffset Since);

/// <summary>A record's cover, to the person and to their circle.</summary>
public sealed record GetRecordQuery(Guid ServiceUserId) : IQuery<RecordView>
{
    public Needed Access => Needed.Circle(ServiceUserId, Role.Practitioner, Role.Relative, Role.Integrator, Role.Representative);
}

internal sealed class GetRecordHandler(IParticipationDb db, IRecordKeys keys) : IRequestHandler<GetRecordQuery, RecordView>
{
    public async Task<RecordView> Handle(GetRecordQuery query, CancellationToken cancellationToken)
    {
        var person = await db.ServiceUsers.AsNoTracking().SingleOrDefaultAsync(known => known.ServiceUserId == query.ServiceUserId, cancellationToken) ?? throw new NotFound();
        var projects = await (
            from stay in db.Enrolments.AsNoTracking()
            join project in db.Projects on stay.ProjectId equals project.Id
            where stay.ServiceUserId == query.ServiceUserId && stay.Until == null
            orderby stay.Since
            select new RecordProject(project.Id, project.Name, stay.Since)).ToListAsync(cancellationToken);
        var key = await keys.ForAsync(query.ServiceUserId, cancellationToken);
        return new RecordView(
            person.ServiceUserId, key.Open(OpenRecordCommand.NameColumn, person.CalledNameSealed), person.Language, person.AccountId is not null, projects, person.Version);
    }
}
