using Barometre.Application.Shared;
using Barometre.Domain.CoProduction;
using Barometre.Domain.Shared;

namespace Barometre.Application.CoProduction.Overviews;

/// <summary>What people say to one another, at a glance: where something is unread, and what somebody wants to talk about.</summary>
/// <param name="Unread">The conversation in which something arrived last first.</param>
/// <param name="Marks">The oldest wish first.</param>
public sealed record CoproductionOverview(IReadOnlyList<UnreadConversation> Unread, IReadOnlyList<OverviewMark> Marks)
{
    /// <summary>What of it the reader may see: nothing that hangs on a closed tab, on a theme on which the person keeps words to themself, on a rating that blind mode hides, or on a
    /// proposal that is not theirs to see.</summary>
    /// <param name="ratings">The ratings that are the reader's to see, of those that it hangs on.</param>
    internal static CoproductionOverview Of(Glanced glanced, Overview overview, IReadOnlyCollection<Guid> ratings, Grant grant)
    {
        var strengths = overview.Strengths?.Strengths.Select(strength => (Guid?)strength.StrengthId).ToHashSet() ?? [];
        var kept = grant.IsSelf ? [] : overview.QualityOfLife?.KeptThemes ?? [];
        return new CoproductionOverview(
            [
                .. glanced.Unread.Where(one => Sees(one.Thing) && !kept.Contains(one.AboutTheme ?? "")).OrderByDescending(one => one.LastAt)
                    .Select(one => new UnreadConversation(one.ConversationId, one.Thing.Kind, one.Thing.Theme, one.Thing.Id, one.Unread, one.LastAt)),
            ],
            [
                .. glanced.Marks.Where(mark => Sees(mark.Thing)).OrderBy(mark => mark.At)
                    .DistinctBy(mark => (mark.Thing, IsThePersons(mark) ? null : (Guid?)mark.AuthorId))
                    .Select(mark => new OverviewMark(mark.Thing.Kind, mark.Thing.Theme, mark.Thing.Id, mark.AuthorId, mark.Perspective, mark.Setting, mark.At, mark.RecordedAt)),
            ]);

        bool Sees(Thing thing) => grant.Sees(thing.Tab) && thing.Kind switch
        {
            ThingKind.Rating => ratings.Contains(thing.Id!.Value),
            ThingKind.Strength => grant.IsSelf || strengths.Contains(thing.Id),
            _ => true,
        };
    }

    private static bool IsThePersons(GlancedMark mark) => mark.Perspective == Perspective.ServiceUser || mark.Setting == Setting.Joint;
}

/// <summary>A conversation with something unread, without its words.</summary>
/// <param name="Theme">The code of the theme, when it is about a theme or a star.</param>
/// <param name="Id">The thing’s id, when it is about anything else.</param>
/// <param name="Unread">How many messages of others the reader has not read.</param>
/// <param name="ChangedAt">When the server received the newest of them.</param>
public sealed record UnreadConversation(Guid ConversationId, ThingKind Kind, string? Theme, Guid? Id, int Unread, DateTimeOffset ChangedAt);

/// <summary>A thing that somebody wants to talk about.</summary>
/// <param name="Theme">The code of the theme, for a theme or a star.</param>
/// <param name="Id">The thing’s id, for anything else.</param>
/// <param name="ChangedAt">When the server received it.</param>
public sealed record OverviewMark(ThingKind Kind, string? Theme, Guid? Id, Guid AuthorId, Perspective Perspective, Setting Setting, DateTimeOffset At, DateTimeOffset ChangedAt);
