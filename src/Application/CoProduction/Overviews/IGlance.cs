using Barometre.Domain.CoProduction;
using Barometre.Domain.Shared;

namespace Barometre.Application.CoProduction.Overviews;

/// <summary>Reads what an overview needs of this module, in one statement, so that it travels with the other tabs’.</summary>
public interface IGlance
{
    /// <param name="serviceUserId">Whose record.</param>
    /// <param name="reader">Who looks.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    Task<Glanced> ReadAsync(Guid serviceUserId, GlanceReader reader, CancellationToken cancellationToken);
}

/// <summary>Who looks at a record.</summary>
/// <param name="MemberId">Their place in the circle; null for the person.</param>
/// <param name="SeesDialogue">False when the tab is closed to them: nothing of it is read.</param>
public sealed record GlanceReader(Guid AccountId, Guid? MemberId, bool IsSelf, bool SeesDialogue);

/// <summary>What was read: of every tab, whoever may see it.</summary>
/// <param name="SeenUntil">Up to when the reader saw the record; null when they never did.</param>
public sealed record Glanced(DateTimeOffset? SeenUntil, IReadOnlyList<GlancedConversation> Unread, IReadOnlyList<GlancedMark> Marks);

/// <summary>A conversation in which something is unread.</summary>
/// <param name="AboutTheme">The theme that it comes down to.</param>
/// <param name="LastAt">When the server received the newest unread message.</param>
public sealed record GlancedConversation(Guid ConversationId, Thing Thing, string? AboutTheme, int Unread, DateTimeOffset LastAt);

/// <summary>A mark that nobody took off.</summary>
public sealed record GlancedMark(Thing Thing, Guid AuthorId, Perspective Perspective, Setting Setting, DateTimeOffset At, DateTimeOffset RecordedAt);
