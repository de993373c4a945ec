using Barometre.Application.QualityOfLife.BlindMode;
using Barometre.Application.Shared;
using Barometre.Domain.QualityOfLife;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.QualityOfLife.Comments;

/// <summary>The comments of a record, newest first, page by page; those that the person keeps to themself only for them.</summary>
/// <param name="Theme">Only on this theme; on all when null.</param>
/// <param name="WithHistory">Earlier words, since replaced, too.</param>
public sealed record ListCommentsQuery(Guid ServiceUserId, string? Theme, bool WithHistory, string? Cursor, int Limit) : IQuery<Page<CommentRow>>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.QualityOfLife, AccessLevel.Read);
}

/// <summary>Somebody's words on a theme.</summary>
/// <param name="At">The time that counts.</param>
/// <param name="Replaces">The comment that this one is an edit of.</param>
/// <param name="ReplacedAt">Since when there are newer words; null for the latest.</param>
public sealed record CommentRow(
    Guid Id,
    string Theme,
    Guid? AssessmentId,
    Perspective Perspective,
    Setting Setting,
    string Words,
    Guid AuthorId,
    DateTimeOffset At,
    DateTimeOffset RecordedAt,
    Guid? Replaces,
    DateTimeOffset? ReplacedAt);

internal sealed class ListCommentsValidator : AbstractValidator<ListCommentsQuery>
{
    public ListCommentsValidator()
    {
        RuleFor(query => query.Theme).MaximumLength(100);
        RuleFor(query => query.Limit).InclusiveBetween(1, 100);
        RuleFor(query => query.Cursor).Must(Place.IsCursor);
    }
}

internal sealed class ListCommentsHandler(IQualityOfLifeDb db, IShownAnswers shown, IRecordKeys keys, Caller caller) : IRequestHandler<ListCommentsQuery, Page<CommentRow>>
{
    public async Task<Page<CommentRow>> Handle(ListCommentsQuery query, CancellationToken cancellationToken)
    {
        var after = Place.Of(query.Cursor);
        var (everything, reader) = (caller.Grant!.IsSelf, caller.Author());
        var hidden = shown.HiddenOf(query.ServiceUserId);
        var comments = await db.Comments.AsNoTracking()
            .Where(comment => comment.ServiceUserId == query.ServiceUserId)
            .Where(comment => query.Theme == null || comment.Theme == query.Theme)
            .Where(comment => query.WithHistory || comment.ReplacedAt == null)
            .Where(comment => everything || !db.CommentClosings.Any(closing =>
                closing.ServiceUserId == comment.ServiceUserId && closing.Theme == comment.Theme && closing.Until == null))
            // What was written beside a hidden answer, in the same assessment, would tell it.
            .Where(comment => comment.AuthorId == reader || comment.AssessmentId == null
                || !hidden.Any(answer => answer.AssessmentId == comment.AssessmentId && answer.Theme == comment.Theme && answer.Perspective == comment.Perspective))
            .Where(comment => comment.At <= after.At && (comment.At < after.At || comment.Id < after.Id))
            .OrderByDescending(comment => comment.At).ThenByDescending(comment => comment.Id)
            .Take(query.Limit + 1)
            .ToListAsync(cancellationToken);
        if (comments.Count == 0)
        {
            return new Page<CommentRow>([], null);
        }

        var key = await keys.ForAsync(query.ServiceUserId, cancellationToken);
        return Place.Page(comments.ConvertAll(comment => Row(comment, key)), query.Limit, row => new Place(row.At, row.Id));
    }

    private static CommentRow Row(Comment comment, IRecordKey key) => new(
        comment.Id,
        comment.Theme,
        comment.AssessmentId,
        comment.Perspective,
        comment.Setting,
        key.Open(WriteCommentCommand.WordsColumn, comment.WordsSealed),
        comment.AuthorId,
        comment.At,
        comment.RecordedAt,
        comment.Replaces,
        comment.ReplacedAt);
}
