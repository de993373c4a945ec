using Barometre.Domain.Shared;

namespace Barometre.Domain.CoProduction.Voices;

/// <summary>Where a gap between two voices on a theme stands.</summary>
public enum GapState
{
    /// <summary>The two differ, and both sides have not said the same of it since they last rated.</summary>
    Open,

    /// <summary>Both sides say that they agree.</summary>
    Agreed,

    /// <summary>Both sides say that they see it differently, and leave it so.</summary>
    AgreedToDiffer,

    /// <summary>The ratings came near each other, without a word.</summary>
    Narrowed,

    /// <summary>One voice has spoken again, the other not for long: there is nothing to compare today.</summary>
    Apart,
}

/// <summary>The story of a gap, told from the ratings of both voices and from what each side said of them: a pure function, whatever order these arrived in.</summary>
/// <remarks>
/// A gap opens when the latest rating of each, at most 30 days apart, differ by no less than the smallest detectable change. It is closed when both sides have said the same
/// of these two ratings, each alone or once together; a side that says otherwise opens it again, and so does any new rating of either that leaves them as far apart. Near
/// ratings narrow it; after <see cref="GapState.Agreed"/> they only bear out what was said. Nothing is averaged, and no rating is called wrong.
/// </remarks>
public sealed class GapStory
{
    private readonly List<GapStep> _steps = [];
    private readonly GapPair[] _pairs;
    private readonly double _sdc;

    private GapStory(IReadOnlyList<GapPair> pairs, double sdc) => (_pairs, _sdc) = ([.. pairs], sdc);

    /// <summary>Null when there never was a gap.</summary>
    public GapState? State { get; private set; }

    /// <summary>When it came to be as it is; null when there never was a gap.</summary>
    public DateTimeOffset? Since => _steps.Count == 0 ? null : _steps[^1].At;

    /// <summary>Each time it opened, closed, narrowed; earliest first.</summary>
    public IReadOnlyList<GapStep> Steps => _steps;

    /// <summary>The last word of the person's side on the two latest ratings; null when it said none.</summary>
    public GapSaying? PersonSays { get; private set; }

    /// <summary>The last word of the practitioner's side on the two latest ratings; null when it said none.</summary>
    public GapSaying? PractitionerSays { get; private set; }

    /// <param name="pairs">How both stood each time either rated, since both have; earliest first.</param>
    /// <param name="sdc">The smallest detectable change, in points, above 0.</param>
    /// <param name="sayings">What was said of them, in any order.</param>
    public static GapStory Of(IReadOnlyList<GapPair> pairs, double sdc, IEnumerable<GapSaying> sayings)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var said = sayings.ToLookup(saying => (saying.PersonAt, saying.PractitionerAt));
        var story = new GapStory(pairs, sdc);
        for (var i = 0; i < pairs.Count; i++)
        {
            var pair = pairs[i];
            story.Enter(pair, i == 0 ? null : pairs[i - 1]);
            var heard = said[(pair.PersonAt, pair.PractitionerAt)].Where(saying => story.Refusal(saying) is null);
            foreach (var saying in heard.OrderBy(saying => Time(saying, pair)).ThenBy(saying => saying.RecordedAt).ThenBy(saying => saying.Id))
            {
                story.Hear(saying, pair);
            }
        }

        return story;
    }

    /// <summary>Why a saying has no place in the story; null when it has.</summary>
    public Error? Refusal(GapSaying saying)
    {
        ArgumentNullException.ThrowIfNull(saying);
        var place = Array.FindIndex(_pairs, pair => pair.PersonAt == saying.PersonAt && pair.PractitionerAt == saying.PractitionerAt);
        return place < 0 || (place + 1 < _pairs.Length && saying.At >= _pairs[place + 1].At) ? CoProductionErrors.GapMoved
            : _pairs[place].IsFar(_sdc) ? null
            : CoProductionErrors.NoGap;
    }

    // New ratings: what was said before was said of others.
    private void Enter(GapPair pair, GapPair? before)
    {
        (PersonSays, PractitionerSays) = (null, null);
        if (pair.IsFar(_sdc))
        {
            Step(GapState.Open, _steps.Count == 0 ? GapStepKind.Opened : GapStepKind.Reopened, pair.At, pair, Moved(pair, before), []);
        }
        else if (pair.Comparable && State is GapState.Open or GapState.AgreedToDiffer or GapState.Apart)
        {
            Step(GapState.Narrowed, GapStepKind.Narrowed, pair.At, pair, Moved(pair, before), []);
        }
        else if (!pair.Comparable && State == GapState.Open)
        {
            Step(GapState.Apart, GapStepKind.Apart, pair.At, pair, Moved(pair, before), []);
        }
    }

    private void Hear(GapSaying saying, GapPair pair)
    {
        PersonSays = saying.IsOf(Perspective.ServiceUser) ? saying : PersonSays;
        PractitionerSays = saying.IsOf(Perspective.Practitioner) ? saying : PractitionerSays;
        var (state, kind) = PersonSays is not null && PersonSays.Word == PractitionerSays?.Word ? Meaning(saying.Word) : (GapState.Open, GapStepKind.TakenBack);
        Step(state, kind, Time(saying, pair), pair, [], state == GapState.Open ? [saying] : [.. new[] { PersonSays!, PractitionerSays! }.Distinct()]);
    }

    private void Step(GapState state, GapStepKind kind, DateTimeOffset at, GapPair pair, IReadOnlyList<Perspective> moved, IReadOnlyList<GapSaying> by)
    {
        if (State != state)
        {
            State = state;
            _steps.Add(new GapStep(kind, at, pair, moved, by));
        }
    }

    private static (GapState State, GapStepKind Kind) Meaning(GapWord word) => word switch
    {
        GapWord.Agree => (GapState.Agreed, GapStepKind.Agreed),
        GapWord.AgreeToDiffer => (GapState.AgreedToDiffer, GapStepKind.AgreedToDiffer),
        _ => (GapState.Open, GapStepKind.TakenBack),
    };

    private static IReadOnlyList<Perspective> Moved(GapPair pair, GapPair? before) =>
    [
        .. before?.PersonAt != pair.PersonAt ? [Perspective.ServiceUser] : Array.Empty<Perspective>(),
        .. before?.PractitionerAt != pair.PractitionerAt ? [Perspective.Practitioner] : Array.Empty<Perspective>(),
    ];

    // A device whose clock runs behind said it all the same after it had read the ratings.
    private static DateTimeOffset Time(GapSaying saying, GapPair pair) => saying.At > pair.At ? saying.At : pair.At;
}

/// <summary>What happened to a gap.</summary>
public enum GapStepKind
{
    /// <summary>For the first time.</summary>
    Opened,

    /// <summary>By new ratings.</summary>
    Reopened,
    Agreed,
    AgreedToDiffer,

    /// <summary>A side says otherwise than before, without a new rating.</summary>
    TakenBack,
    Narrowed,
    Apart,
}

/// <summary>One step in a gap's story.</summary>
/// <param name="At">When.</param>
/// <param name="Pair">The two ratings that it is about.</param>
/// <param name="Moved">Whose new rating brought it; nobody's when it was said.</param>
/// <param name="By">What was said that brought it; nothing when it was rated.</param>
public sealed record GapStep(GapStepKind Kind, DateTimeOffset At, GapPair Pair, IReadOnlyList<Perspective> Moved, IReadOnlyList<GapSaying> By);
