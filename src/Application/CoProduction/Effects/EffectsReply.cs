using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.CoProduction.Effects;
using Barometre.Domain.Shared;
using FluentValidation;

namespace Barometre.Application.CoProduction.Effects;

/// <summary>What the person says to one question.</summary>
/// <param name="Id">Made by the device: sent again, it is the same answer; a correction has an id of its own.</param>
/// <param name="Item">The question’s code.</param>
/// <param name="At">What the device’s clock said.</param>
/// <param name="Rating">0 to 100, when it is a rating; for a change, 50 = same as before.</param>
/// <param name="Comment">At most 2,000 characters.</param>
public sealed record EffectsReply(Guid Id, string Item, EffectsAnswerKind Kind, DateTimeOffset At, int? Rating = null, string? Comment = null)
{
    internal const int LongestComment = 2000;
    internal const int LongestItem = 100;
    internal const int MostAtOnce = 100;

    internal bool IsIn(EffectsAnswer answer, Guid sheetId, IRecordKey key) =>
        answer.SheetId == sheetId && answer.Item == Item && answer.Kind == Kind && answer.Rating == Rating && key.Says(EffectsColumns.Comment, answer.CommentSealed, Comment);
}

internal sealed class EffectsReplyValidator : AbstractValidator<EffectsReply>
{
    public EffectsReplyValidator()
    {
        RuleFor(reply => reply.Id).NotEmpty();
        RuleFor(reply => reply.Item).NotEmpty().MaximumLength(EffectsReply.LongestItem);
        RuleFor(reply => reply.Rating).InclusiveBetween(EffectsAnswer.Lowest, EffectsAnswer.Highest);
        RuleFor(reply => reply.Rating).Must((reply, rating) => rating is null == (reply.Kind != EffectsAnswerKind.Rating)).Because(EffectsErrors.RatingOrNone);
        RuleFor(reply => reply.Comment).MaximumLength(EffectsReply.LongestComment);
        RuleFor(reply => reply.At).GreaterThanOrEqualTo(FactTime.Earliest).Because(FactErrors.ClockNotSet);
    }
}

/// <summary>The answers that were kept.</summary>
public sealed record KeptReplies(Guid SheetId, IReadOnlyList<KeptFact> Answers);
