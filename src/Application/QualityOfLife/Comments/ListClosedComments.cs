using Barometre.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.QualityOfLife.Comments;

/// <summary>The themes whose comments the person keeps to themself.</summary>
public sealed record ListClosedCommentsQuery(Guid ServiceUserId) : IQuery<IReadOnlyList<string>>
{
    public Needed Access => Needed.OwnRecord(ServiceUserId);
}

internal sealed class ListClosedCommentsHandler(IQualityOfLifeDb db) : IRequestHandler<ListClosedCommentsQuery, IReadOnlyList<string>>
{
    public async Task<IReadOnlyList<string>> Handle(ListClosedCommentsQuery query, CancellationToken cancellationToken) =>
        await db.CommentClosings.AsNoTracking()
            .Where(closing => closing.ServiceUserId == query.ServiceUserId && closing.Until == null)
            .OrderBy(closing => closing.Theme)
            .Select(closing => closing.Theme)
            .ToListAsync(cancellationToken);
}
