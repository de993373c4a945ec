using Barometre.Application.QualityOfLife.Instruments;
using Barometre.Application.Shared;
using Barometre.Domain.QualityOfLife;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.QualityOfLife.Comments;

/// <summary>Writes words on a theme, or new words in place of one's own earlier ones, which stay readable. Sent again, one effect.</summary>
/// <param name="AssessmentId">The assessment during which it is written; null apart from any.</param>
/// <param name="Perspective">Whose view it tells; the caller's own when not said.</param>
/// <param name="Replaces">The comment that this is an edit of.</param>
/// <param name="At">What the device's clock said.</param>
public sealed record WriteCommentCommand(
    Guid ServiceUserId,
    Guid CommentId,
    string Theme,
    string Words,
    DateTimeOffset At,
    Setting Setting,
    Perspective? Perspective,
    Guid? AssessmentId,
    Guid? Replaces) : ICommand<WrittenComment>
{
    public const string WordsColumn = "quality_of_life.comment.words";

    public Needed Access => Needed.Record(ServiceUserId, Tab.QualityOfLife, AccessLevel.Contribute);
}

/// <summary>The comment that was kept.</summary>
/// <param name="At">The time that counts.</param>
public sealed record WrittenComment(Guid CommentId, DateTimeOffset At);

internal sealed class WriteCommentValidator : AbstractValidator<WriteCommentCommand>
{
    public WriteCommentValidator()
    {
        RuleFor(command => command.CommentId).NotEmpty();
        RuleFor(command => command.Theme).NotEmpty().MaximumLength(100);
        RuleFor(command => command.Words).NotEmpty().MaximumLength(Comment.Longest);
        RuleFor(command => command.At).GreaterThanOrEqualTo(FactTime.Earliest).Because(FactErrors.ClockNotSet);
    }
}

internal sealed class WriteCommentHandler(IQualityOfLifeDb db, ThemeCatalogue catalogue, IRecordKeys keys, Caller caller, TimeProvider time)
    : IRequestHandler<WriteCommentCommand, WrittenComment>
{
    public async Task<WrittenComment> Handle(WriteCommentCommand command, CancellationToken cancellationToken)
    {
        var perspective = caller.VoiceIn(command.Setting, command.Perspective);
        var written = new NewComment(
            command.ServiceUserId, command.CommentId, command.AssessmentId, command.Theme, perspective, command.Setting, caller.Author(), command.At);
        var key = await keys.ForAsync(command.ServiceUserId, cancellationToken);
        var known = await db.Comments
            .Where(comment => comment.ServiceUserId == command.ServiceUserId && (comment.Id == command.CommentId || comment.Id == command.Replaces))
            .ToListAsync(cancellationToken);
        if (known.Find(comment => comment.Id == command.CommentId) is { } same)
        {
            return same.Is(written, command.Replaces) && key.Open(WriteCommentCommand.WordsColumn, same.WordsSealed) == command.Words
                ? new WrittenComment(same.Id, same.At)
                : throw new RuleViolation(QualityOfLifeErrors.CommentIdReused);
        }

        await RequireOpenAsync(command, cancellationToken);
        var replaced = command.Replaces is null ? null : known.Find(comment => comment.Id == command.Replaces) ?? throw new NotFound();
        var comment = Comment.Write(written, key.Seal(WriteCommentCommand.WordsColumn, command.Words), time.GetUtcNow(), replaced);
        db.Comments.Add(comment);
        await db.SaveChangesAsync(cancellationToken);
        return new WrittenComment(comment.Id, comment.At);
    }

    private async Task RequireOpenAsync(WriteCommentCommand command, CancellationToken cancellationToken)
    {
        await catalogue.RequireAsync(command.ServiceUserId, command.Theme, nameof(command.Theme), cancellationToken);
        if (command.AssessmentId is { } id && !await db.Assessments.AnyAsync(one => one.ServiceUserId == command.ServiceUserId && one.Id == id, cancellationToken))
        {
            throw new NotFound();
        }

        if (!caller.Grant!.IsSelf && await db.CommentClosings.AnyAsync(
            closing => closing.ServiceUserId == command.ServiceUserId && closing.Theme == command.Theme && closing.Until == null, cancellationToken))
        {
            throw new Forbidden(QualityOfLifeErrors.CommentsClosed);
        }
    }
}
