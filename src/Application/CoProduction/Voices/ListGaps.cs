using Barometre.Application.QualityOfLife.Contracts;
using Barometre.Application.Shared;
using Barometre.Domain.CoProduction;
using Barometre.Domain.CoProduction.Voices;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.CoProduction.Voices;

/// <summary>Every theme on which there is or was a gap between the person's and the practitioner's voice: where it stands, what became of it, who moved.</summary>
/// <param name="Theme">Only this one.</param>
public sealed record ListGapsQuery(Guid ServiceUserId, string? Theme) : IQuery<GapList>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Coproduction, AccessLevel.Read);
}

/// <summary>Gaps, the open ones first.</summary>
public sealed record GapList(IReadOnlyList<GapView> Gaps);

/// <summary>A gap between two voices; neither is the right one.</summary>
/// <param name="Theme">The theme's code.</param>
/// <param name="Since">When it came to be as it is.</param>
/// <param name="Now">The latest rating of each voice.</param>
/// <param name="Sdc">What two ratings must differ by for there to be a gap, in points.</param>
/// <param name="Person">The last word of the person's side on these two ratings.</param>
/// <param name="Practitioner">The last word of the practitioner's side on these two ratings.</param>
/// <param name="History">Each time it opened, closed, narrowed; earliest first.</param>
/// <param name="Inflexions">Each time it narrowed clearly, and who moved; earliest first.</param>
/// <param name="ConversationId">What people say to one another of the theme; null when nothing was said yet, or when the words are not the reader's to read.</param>
public sealed record GapView(
    string Theme, GapState State, DateTimeOffset Since, GapRatings Now, double Sdc, GapSaid? Person, GapSaid? Practitioner,
    IReadOnlyList<GapStepView> History, IReadOnlyList<GapInflexion> Inflexions, Guid? ConversationId);

/// <summary>Two ratings side by side, in points (0–100), and when each was given.</summary>
/// <param name="Gap">Practitioner minus person; null when the two lie too far apart in time to be compared.</param>
public sealed record GapRatings(int Person, DateTimeOffset PersonAt, int Practitioner, DateTimeOffset PractitionerAt, int? Gap)
{
    internal static GapRatings Of(GapPair pair) => new(pair.Person, pair.PersonAt, pair.Practitioner, pair.PractitionerAt, pair.Comparable ? pair.Gap : null);
}

/// <summary>What somebody said of a gap.</summary>
/// <param name="At">The time that counts.</param>
/// <param name="PresentMemberId">The member of the circle who was there, when it was said together.</param>
public sealed record GapSaid(Guid Id, GapWord Word, Guid AuthorId, Perspective Perspective, Setting Setting, Guid? PresentMemberId, DateTimeOffset At)
{
    internal static GapSaid? Of(GapSaying? said) =>
        said is null ? null : new GapSaid(said.Id, said.Word, said.AuthorId, said.Perspective, said.Setting, said.PresentMemberId, said.At);
}

/// <summary>What happened to a gap.</summary>
/// <param name="Ratings">The two ratings that it is about.</param>
/// <param name="RatedBy">Whose new rating brought it; nobody's when it was said.</param>
/// <param name="SaidBy">What was said that brought it; nothing when it was rated.</param>
public sealed record GapStepView(GapStepKind Kind, DateTimeOffset At, GapRatings Ratings, IReadOnlyList<Perspective> RatedBy, IReadOnlyList<GapSaid> SaidBy);

/// <summary>A gap narrowed: who came nearer to whom.</summary>
/// <param name="PersonShare">The person's part in it, 0 to 1.</param>
/// <param name="PractitionerShare">The practitioner's part in it, 0 to 1.</param>
/// <param name="Words">The same in a sentence.</param>
public sealed record GapInflexion(DateTimeOffset From, DateTimeOffset To, int NarrowedBy, double PersonShare, double PractitionerShare, Wording Words)
{
    internal static GapInflexion Of(NarrowedGap narrowed) =>
        new(narrowed.From, narrowed.To, narrowed.NarrowedBy, narrowed.PersonShare, narrowed.PractitionerShare, NarrowingWords.Of(narrowed));
}

internal sealed class ListGapsValidator : AbstractValidator<ListGapsQuery>
{
    public ListGapsValidator() => RuleFor(query => query.Theme).MaximumLength(Thing.LongestTheme);
}

internal sealed class ListGapsHandler(GapStories stories, ICoProductionDb db, Things things, OpenThings open) : IRequestHandler<ListGapsQuery, GapList>
{
    public async Task<GapList> Handle(ListGapsQuery query, CancellationToken cancellationToken)
    {
        things.RequireTab(Tab.QualityOfLife);
        var told = (await stories.TellAsync(query.ServiceUserId, query.Theme, cancellationToken)).Where(gap => gap.Story.State is not null).ToList();
        var conversations = told.Count == 0 ? [] : await ConversationsAsync(query.ServiceUserId, cancellationToken);
        return new GapList([.. told.Select(gap => View(gap, conversations)).OrderBy(gap => gap.State != GapState.Open)]);
    }

    private async Task<Dictionary<string, Guid>> ConversationsAsync(Guid serviceUserId, CancellationToken cancellationToken)
    {
        var kept = await open.KeptThemesAsync(serviceUserId, cancellationToken);
        return await db.Conversations.AsNoTracking()
            .Where(one => one.ServiceUserId == serviceUserId && one.Kind == ThingKind.Theme && !kept.Contains(one.Theme!))
            .ToDictionaryAsync(one => one.Theme!, one => one.Id, StringComparer.Ordinal, cancellationToken);
    }

    private static GapView View(ToldGap told, Dictionary<string, Guid> conversations)
    {
        var (story, last) = (told.Story, told.Voices.Stands[^1]);
        return new GapView(
            told.Voices.Theme,
            story.State!.Value,
            story.Since!.Value,
            new GapRatings(last.Person, last.PersonAt, last.Practitioner, last.PractitionerAt, last.Comparable ? last.Practitioner - last.Person : null),
            told.Voices.Sdc,
            GapSaid.Of(story.PersonSays),
            GapSaid.Of(story.PractitionerSays),
            [.. story.Steps.Select(step => new GapStepView(step.Kind, step.At, GapRatings.Of(step.Pair), step.Moved, [.. step.By.Select(said => GapSaid.Of(said)!)]))],
            [.. told.Voices.Inflexions.Select(GapInflexion.Of)],
            conversations.TryGetValue(told.Voices.Theme, out var conversation) ? conversation : null);
    }
}
