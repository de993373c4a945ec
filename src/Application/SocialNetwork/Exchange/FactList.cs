using System.Globalization;
using System.Text;
using Barometre.Application.Shared.Files;
using Barometre.Application.SocialNetwork.Facts;
using Barometre.Application.SocialNetwork.Maps;
using Barometre.Domain.Shared;
using Barometre.Domain.SocialNetwork;

namespace Barometre.Application.SocialNetwork.Exchange;

/// <summary>A whole history as a list, a line for each fact in the order in which they count: every voice, who left and came back, entries that are one, moments kept. With it the map is the same at any date.</summary>
/// <remarks>Whoever is spoken of is named in an earlier line: a list that is too long to be sent at once can be sent in parts. No account stands in it.</remarks>
internal static class FactList
{
    private const string FactId = "factID";
    private const string FactKind = "fact";
    private const string Subject = "subject";
    private const string Other = "other";
    private const string Voice = "perspective";
    private const string Together = "setting";
    private const string At = "at";
    private const string DeviceAt = "deviceAt";
    private const string Moment = "moment";

    // An empty cell says nothing; a comment that was taken off says that there is none.
    private const string NoComment = "commentTakenOff";

    private static readonly string[] Needed = [CsvTable.OwnId, FactKind, Subject, At];

    private static readonly string[] Columns =
    [
        At, DeviceAt, FactKind, Subject, Other, Voice, Together, Fields.Name, Fields.Kind, Fields.Circle, Fields.MemberId, Fields.Closeness, Fields.Quality, Fields.Frequency,
        Fields.Given, Fields.Received, Fields.Comment, NoComment, Fields.Strength, Fields.Angle, Fields.Radius, Moment,
    ];

    private static readonly GivenNetworkFactValidator Shape = new();

    public static string Write(Guid serviceUserId, IEnumerable<NetworkFact> facts, MapWords words)
    {
        var file = new StringBuilder();
        CsvText.WriteLine(file, [FactId, CsvTable.EgoId, CsvTable.OwnId, .. Columns]);
        foreach (var (i, fact) in facts.Index())
        {
            string?[] times = [Fields.Write(fact.At), fact.DeviceAt == fact.At ? null : Fields.Write(fact.DeviceAt)];
            CsvText.WriteLine(file, [(i + 1).ToString(CultureInfo.InvariantCulture), $"{serviceUserId}", $"{fact.Id}", .. times, .. Said(fact, words).Select(CsvText.Guarded)]);
        }

        return file.ToString();
    }

    /// <summary>What a fact says, in the order of the columns, but for its times.</summary>
    public static IEnumerable<string?> Said(NetworkFact fact, MapWords words)
    {
        var comment = fact.CommentSealed is null ? null : words.WordsOf(fact.CommentSealed);
        return
        [
            Fields.Word(fact.Kind), $"{fact.SubjectId}", $"{fact.OtherId}", Fields.Word(fact.Perspective), Fields.Word(fact.Setting), fact.NameSealed is null ? null : words.NameOf(fact.NameSealed),
            fact.AlterKind is { } kind ? Fields.Word(kind) : null, fact.Circle is { } circle ? Fields.Word(circle) : null, $"{fact.MemberId}",
            Fields.Write(fact.Closeness), Fields.Write(fact.Quality), fact.Frequency is { } frequency ? Fields.Word(frequency) : null,
            Fields.Write(fact.Given), Fields.Write(fact.Received), comment, comment is "" ? "true" : null, Fields.Write(fact.Strength),
            Fields.Write(fact.Angle), Fields.Write(fact.Radius), Fields.Write(fact.Moment),
        ];
    }

    /// <summary>Null when the list lacks the columns without which it is none.</summary>
    public static IReadOnlyList<ListedFact>? Read(string file, string text, FileFaults faults)
    {
        if (CsvTable.Read(file, text, Needed, faults) is not { } rows)
        {
            return null;
        }

        HashSet<Guid> ids = [];
        List<ListedFact> facts = [];
        foreach (var (number, row) in rows)
        {
            var line = new FileLine(file, number, faults, row);
            var fact = Fact(line);
            if (!line.IsWrong && !ids.Add(fact.Given.Id))
            {
                line.Refuse(SocialNetworkErrors.NodeTwice);
            }

            facts.Add(fact with { Line = number });
        }

        return facts;
    }

    private static ListedFact Fact(FileLine line)
    {
        var at = line.Value(At, FieldValues.Time);
        var device = line.Value(DeviceAt, FieldValues.Time) ?? at;
        var kind = line.Value(FactKind, FieldValues.OneOf<NetworkFactKind>);
        var (id, subject) = (line.Value(CsvTable.OwnId, FieldValues.Id), line.Value(Subject, FieldValues.Id));
        var given = new GivenNetworkFact(
            id ?? default,
            kind ?? default,
            subject ?? default,
            device ?? default,
            line.Value(Together, FieldValues.OneOf<Setting>) ?? Setting.Alone,
            line.Value(Voice, FieldValues.OneOf<Perspective>) ?? Perspective.ServiceUser,
            line.Value(Other, FieldValues.Id),
            line.Name(),
            line.Value(Fields.Kind, FieldValues.OneOf<AlterKind>),
            line.Value(Fields.Circle, FieldValues.OneOf<LifeCircle>),
            line.Value(Fields.MemberId, FieldValues.Id),
            line.Points(Fields.Closeness),
            line.Points(Fields.Quality),
            line.Value(Fields.Frequency, FieldValues.OneOf<ContactFrequency>),
            line.Value(Fields.Given, FieldValues.Support)?.List(),
            line.Value(Fields.Received, FieldValues.Support)?.List(),
            line.Comment(Fields.Comment) ?? (line.Value(NoComment, FieldValues.Truth) is true ? "" : null),
            line.Points(Fields.Strength, 1),
            line.Angle(),
            line.Radius(),
            line.Value(Moment, FieldValues.Time));
        foreach (var missing in new[] { (FactKind, kind is null), (CsvTable.OwnId, id is null), (Subject, subject is null), (At, at is null || at > device) }.Where(field => field.Item2 && !line.IsWrong))
        {
            line.Refuse(missing.Item1);
        }

        Check(line, given);
        return new ListedFact(0, given, at ?? default);
    }

    private static void Check(FileLine line, GivenNetworkFact given)
    {
        if (line.IsWrong)
        {
            return;
        }

        foreach (var failure in Shape.Validate(given).Errors.DistinctBy(failure => failure.PropertyName))
        {
            line.Refuse(failure.PropertyName switch
            {
                nameof(given.Kind) => FactKind,
                nameof(given.SubjectId) => Subject,
                nameof(given.OtherId) => Other,
                nameof(given.AlterKind) => Fields.Kind,
                nameof(given.MemberId) => Fields.MemberId,
                var member => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(member),
            });
        }

        if (given.Perspective != Perspective.ServiceUser && given.Kind != NetworkFactKind.TieStated)
        {
            line.Refuse(Voice);
        }
    }
}

/// <summary>A fact as a line of a file says it.</summary>
/// <param name="Line">Which, from 1.</param>
/// <param name="Given">Its time is what the device's clock said.</param>
/// <param name="At">The time that counts.</param>
internal sealed record ListedFact(int Line, GivenNetworkFact Given, DateTimeOffset At);
