using Barometre.Application.Shared;
using Barometre.Domain.QualityOfLife;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.QualityOfLife.BlindMode;

/// <summary>Whether blind mode is on, since when, each time it was turned, and on which themes something waits for the reader's own rating.</summary>
public sealed record GetBlindModeQuery(Guid ServiceUserId) : IQuery<BlindModeView>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.QualityOfLife, AccessLevel.Read);
}

/// <summary>Blind mode: what one voice says of a theme stays hidden from the other until that one has rated it too.</summary>
/// <param name="Since">Since when it is as it is; null when it was never turned on.</param>
/// <param name="Waiting">Themes of which another voice has said something that the reader cannot see yet; what it says is not here.</param>
/// <param name="Choices">Each time it was turned on or off, newest first.</param>
public sealed record BlindModeView(bool On, DateTimeOffset? Since, IReadOnlyList<string> Waiting, IReadOnlyList<BlindChoiceView> Choices);

/// <summary>Blind mode was turned on or off.</summary>
/// <param name="At">The time that counts.</param>
/// <param name="PresentMemberId">The member of the circle who was there, when it was done together.</param>
public sealed record BlindChoiceView(Guid Id, bool On, Guid AuthorId, Perspective Perspective, Setting Setting, Guid? PresentMemberId, DateTimeOffset At);

internal sealed class GetBlindModeHandler(IQualityOfLifeDb db, IShownAnswers shown) : IRequestHandler<GetBlindModeQuery, BlindModeView>
{
    public async Task<BlindModeView> Handle(GetBlindModeQuery query, CancellationToken cancellationToken)
    {
        var all = (await db.BlindChoices.AsNoTracking().Where(choice => choice.ServiceUserId == query.ServiceUserId).ToListAsync(cancellationToken)).InOrder().ToList();
        var on = all.Count > 0 && all[^1].IsOn;
        var waiting = on
            ? await shown.HiddenOf(query.ServiceUserId).Where(answer => answer.SupersededAt == null && answer.Kind == AnswerKind.Rating)
                .Select(answer => answer.Theme).Distinct().OrderBy(theme => theme).ToListAsync(cancellationToken)
            : [];
        // Turned on again while on, it is on since the first time.
        var since = all.AsEnumerable().Reverse().TakeWhile(choice => choice.IsOn == on).LastOrDefault()?.At;
        return new BlindModeView(on, since, waiting, [.. all.AsEnumerable().Reverse().Select(choice => new BlindChoiceView(
            choice.Id, choice.IsOn, choice.AuthorId, choice.Perspective, choice.Setting, choice.PresentMemberId, choice.At))]);
    }
}
