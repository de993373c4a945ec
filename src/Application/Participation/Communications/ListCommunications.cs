using Barometre.Application.Shared;
using Barometre.Application.Shared.Mail;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Communications;

/// <summary>What left the person's record, to whom, why and when, newest first; also what other systems read with their keys.</summary>
public sealed record ListCommunicationsQuery(Guid ServiceUserId, string? Cursor, int Limit) : IQuery<Page<CommunicationView>>
{
    public Needed Access => Needed.Rights(ServiceUserId);
}

internal sealed class ListCommunicationsValidator : AbstractValidator<ListCommunicationsQuery>
{
    public ListCommunicationsValidator()
    {
        RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestPage);
        RuleFor(query => query.Cursor).Must(Place.IsCursor);
    }
}

internal sealed class ListCommunicationsHandler(IParticipationDb db, IAccountSeal seal) : IRequestHandler<ListCommunicationsQuery, Page<CommunicationView>>
{
    public async Task<Page<CommunicationView>> Handle(ListCommunicationsQuery query, CancellationToken cancellationToken)
    {
        var place = Place.Of(query.Cursor);
        var rows = await db.Communications.AsNoTracking()
            .Where(entry => entry.ServiceUserId == query.ServiceUserId && (entry.At < place.At || (entry.At == place.At && entry.Id < place.Id)))
            .OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id).Take(query.Limit + 1)
            .NamedAsync(db, seal, cancellationToken);
        return Place.Page(rows, query.Limit, row => new Place(row.At, row.CommunicationId));
    }
}
