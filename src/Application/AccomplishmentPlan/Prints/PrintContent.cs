using Barometre.Domain.Shared;

namespace Barometre.Application.AccomplishmentPlan.Prints;

/// <summary>Makes the file of a print from what is to stand in it.</summary>
public interface IPrintMaker
{
    PrintedFile Make(PrintContent content);
}

/// <summary>A print, made.</summary>
/// <param name="Pdf">The file.</param>
/// <param name="LeftOut">True when characters could not be printed; the print says so itself.</param>
public sealed record PrintedFile(byte[] Pdf, int Pages, bool LeftOut);

/// <summary>What stands in a print; a part that was not ticked is null.</summary>
/// <param name="CalledName">As the person wants to be called.</param>
/// <param name="Language"><c>fr</c> or <c>en</c>.</param>
/// <param name="On">The day it was made.</param>
public sealed record PrintContent(
    string CalledName,
    string Language,
    bool LargeType,
    DateOnly On,
    IReadOnlyList<PrintedGoal>? Plan,
    IReadOnlyList<PrintedStar>? Stars,
    IReadOnlyList<PrintedCurve>? Curves,
    PrintedMap? Map,
    IReadOnlyList<PrintedStrength>? Strengths);

/// <summary>A goal, in the person's words.</summary>
/// <param name="State"><c>adopted</c>, <c>under_way</c>, <c>reached</c> or <c>set_aside</c>.</param>
/// <param name="Themes">Names of the themes that it comes from.</param>
/// <param name="Levels">Five, from much less than hoped to much more; none when they are not written.</param>
/// <param name="OthersWords">Whose words they are, where the person took on somebody else's as they were; null for the person's own.</param>
public sealed record PrintedGoal(
    string Words, string? Why, string State, DateOnly? Horizon, IReadOnlyList<string> Themes, IReadOnlyList<string> Levels, IReadOnlyList<PrintedAction> Actions,
    Perspective? OthersWords);

/// <summary>Something to do, and who does it.</summary>
/// <param name="State"><c>to_do</c>, <c>under_way</c>, <c>done</c> or <c>dropped</c>.</param>
/// <param name="Carrier"><c>person</c>, <c>practitioner</c>, <c>relative</c> or <c>partner</c>; null when nobody carries it.</param>
/// <param name="On">By when, or when next.</param>
/// <param name="ComesBack">It is done again and again.</param>
/// <param name="OthersWords">As for a goal.</param>
public sealed record PrintedAction(string What, string? FirstStep, string State, string? Carrier, string? CarrierName, DateOnly? On, bool ComesBack, Perspective? OthersWords);

/// <summary>A theme that matters most to the person now.</summary>
/// <param name="Rating">What they last rated it, 0–100; null when they did not.</param>
/// <param name="At">When they did.</param>
public sealed record PrintedStar(string Theme, int? Rating, DateOnly? At);

/// <summary>The person's own ratings of a theme, in the order of time; nobody else's.</summary>
public sealed record PrintedCurve(string Theme, IReadOnlyList<PrintedRating> Ratings);

/// <summary>A rating.</summary>
/// <param name="Rating">Points, 0–100.</param>
public sealed record PrintedRating(DateOnly At, int Rating);

/// <summary>The people around the person, as the person sees them.</summary>
/// <param name="Ties">Who knows whom: places in the list of people.</param>
/// <param name="Sentences">The whole in words.</param>
public sealed record PrintedMap(IReadOnlyList<PrintedNeighbour> People, IReadOnlyList<(int One, int Other)> Ties, IReadOnlyList<string> Sentences);

/// <summary>Somebody on the map.</summary>
/// <param name="Angle">Degrees from the top, clockwise; null when never placed.</param>
/// <param name="Radius">0 = in the middle, 1 = at the rim; null when never placed.</param>
public sealed record PrintedNeighbour(string Name, double? Angle, double? Radius);

/// <summary>A strength of the person's.</summary>
/// <param name="Domain">The name of its domain of life.</param>
/// <param name="Time"><c>now</c>, <c>wishes</c> or <c>past</c>.</param>
/// <param name="Pinned">One of those that they are proudest of.</param>
/// <param name="OthersWords">Whose words they are, where the person said yes to somebody else's as they were; null for the person's own.</param>
public sealed record PrintedStrength(string Words, string Domain, string Time, bool Pinned, Perspective? OthersWords, string? Resource);
