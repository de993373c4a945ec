using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Barometre.Domain.Shared;
using static Barometre.IntegrationTests.QualityOfLife.Rated;

namespace Barometre.IntegrationTests.QualityOfLife;

/// <summary>Blind mode: who sees what, and when it opens; that nothing leaks anywhere is in <see cref="BlindModeLeakTests"/>.</summary>
[Collection(InstallationTests.Name)]
public sealed class BlindModeTests(Installation installation)
{
    private const double Day = 24 * 60;

    [Fact]
    public async Task Each_voice_sees_its_own_until_both_have_rated_and_a_relative_sees_neither()
    {
        var people = await PeopleAsync();
        await people.Own.BlindAsync(people.Id, on: true);
        await people.Practitioner.RatesAsync(people.Id, Answer("needs.housing", 40));
        await people.Own.RatesAsync(people.Id, Answer("needs.food", 90));

        Assert.Equal([(null, 90), (40, null), (null, null)], await people.EachAsync(PictureAsync));
        Assert.Equal(["needs.housing"], await WaitingAsync(people.Own, people.Id));
        Assert.Equal(["needs.food"], await WaitingAsync(people.Practitioner, people.Id));

        await people.Own.RatesAsync(people.Id, Answer("needs.housing", 55));
        Assert.Equal([(40, 90), (40, null), (40, null)], await people.EachAsync(PictureAsync));
        Assert.Equal([55, 55, 55], await people.EachAsync(async client => (await client.ReadAsync(people.Id, "picture")).Shown("needs.housing")));

        await people.Own.BlindAsync(people.Id, on: false);
        Assert.Equal([(40, 90), (40, 90), (40, 90)], await people.EachAsync(PictureAsync));

        async Task<(int?, int?)> PictureAsync(HttpClient client)
        {
            var picture = await client.ReadAsync(people.Id, "picture");
            return (picture.Shown("needs.housing", "practitioner"), picture.Shown("needs.food"));
        }
    }

    [Fact]
    public async Task Turned_on_from_a_device_whose_clock_is_slow_it_is_on()
    {
        var people = await PeopleAsync();
        await people.Own.RatesAsync(people.Id, Answer("needs.food", 90));
        await people.Own.BlindAsync(people.Id, on: false, minutes: 1);

        await people.Own.BlindAsync(people.Id, on: true, minutes: 10);

        Assert.Null((await people.Practitioner.ReadAsync(people.Id, "picture")).Shown("needs.food"));
        await people.Own.BlindAsync(people.Id, on: false);
        Assert.Equal(90, (await people.Practitioner.ReadAsync(people.Id, "picture")).Shown("needs.food"));
    }

    [Fact]
    public async Task A_rating_thirty_days_old_still_opens_and_an_older_one_does_not()
    {
        var people = await PeopleAsync();
        await people.Own.BlindAsync(people.Id, on: true);
        await people.Own.RatesAsync(people.Id, Answer("needs.housing", 10, minutes: 40 * Day), Answer("needs.food", 10, minutes: 29 * Day));
        await people.Practitioner.RatesAsync(people.Id, Answer("needs.housing", 20, minutes: 30 * Day), Answer("needs.food", 20, minutes: 20 * Day));
        await people.Practitioner.RatesAsync(people.Id, Answer("needs.housing", 30), Answer("needs.food", 30));

        var (series, practitioners) = (await people.Own.ReadAsync(people.Id, "series"), await people.Practitioner.ReadAsync(people.Id, "series"));

        Assert.Equal([20], series.Ratings("needs.housing", "practitioner"));
        Assert.Equal([20, 30], series.Ratings("needs.food", "practitioner"));
        Assert.Equal([20, 30], practitioners.Ratings("needs.housing", "practitioner"));
    }

    [Fact]
    public async Task An_answer_that_is_no_rating_opens_nothing_and_is_hidden_like_one()
    {
        var people = await PeopleAsync();
        await people.Own.BlindAsync(people.Id, on: true);
        await people.Practitioner.RatesAsync(people.Id, Answer("needs.housing", 40));
        await people.Own.RatesAsync(people.Id, Answer("needs.housing", null, kind: "rather_not_say"), Answer("needs.food", null, kind: "not_concerned"));

        Assert.Empty(Voices(await people.Own.ReadAsync(people.Id, "picture"), "practitioner"));
        Assert.Equal("rather_not_say", Assert.Single(Voices(await people.Practitioner.ReadAsync(people.Id, "picture"), "service_user")).GetProperty("kind").GetString());

        // Given up, the rating that had opened counts no more.
        var assessment = Guid.CreateVersion7();
        await (await people.Own.OpenAsync(people.Id, assessment, [Answer("needs.housing", 50, minutes: 2)])).BodyAsync(HttpStatusCode.Created);
        Assert.Single(Voices(await people.Own.ReadAsync(people.Id, "picture"), "practitioner"));
        await (await people.Own.PostAsJsonAsync(Path(people.Id, $"assessments/{assessment}/abandonment"), new { at = Now })).BodyAsync(HttpStatusCode.OK);
        Assert.Empty(Voices(await people.Own.ReadAsync(people.Id, "picture"), "practitioner"));
    }

    [Fact]
    public async Task Words_written_beside_a_hidden_answer_wait_with_it_and_others_do_not()
    {
        var people = await PeopleAsync();
        await people.Own.BlindAsync(people.Id, on: true);
        var assessment = Guid.CreateVersion7();
        await (await people.Practitioner.OpenAsync(people.Id, assessment, [Answer("needs.housing", 20)], complete: true)).BodyAsync(HttpStatusCode.Created);
        await CommentAsync(people.Practitioner, people.Id, "C’est bien bas", assessment);
        await CommentAsync(people.Practitioner, people.Id, "On en parle jeudi ?", null);

        Assert.Equal(["On en parle jeudi ?"], await WordsAsync(people.Own, people.Id));
        Assert.Equal(["C’est bien bas", "On en parle jeudi ?"], await WordsAsync(people.Practitioner, people.Id));
        await people.Own.RatesAsync(people.Id, Answer("needs.housing", 60));
        Assert.Equal(["C’est bien bas", "On en parle jeudi ?"], await WordsAsync(people.Own, people.Id));
    }

    [Fact]
    public async Task What_somebody_noted_on_one_screen_with_the_person_stays_readable_to_them_alone_of_their_voice()
    {
        var people = await PeopleAsync();
        var colleague = (await installation.MemberAsync(people.Person, Role.Practitioner, AccessLevel.Contribute)).Client(installation);
        await people.Own.BlindAsync(people.Id, on: true);
        var assessment = Guid.CreateVersion7();
        await (await people.Practitioner.OpenAsync(people.Id, assessment, [Answer("needs.housing", 35)], setting: "joint", perspective: "service_user")).BodyAsync(HttpStatusCode.Created);

        Assert.Equal((35, 35, null), (
            (await people.Practitioner.ReadAsync(people.Id, "picture")).Shown("needs.housing"),
            (await people.Own.ReadAsync(people.Id, "picture")).Shown("needs.housing"),
            (await colleague.ReadAsync(people.Id, "picture")).Shown("needs.housing")));
        Assert.Equal(0, (await colleague.ReadAsync(people.Id, $"assessments/{assessment}")).GetProperty("answers").GetArrayLength());
    }

    [Fact]
    public async Task Only_the_person_turns_it_on_or_off_alone_or_with_somebody_and_its_history_stays()
    {
        var people = await PeopleAsync();
        foreach (var other in new[] { people.Practitioner, people.Relative })
        {
            var refused = await (await other.TurnAsync(people.Id, Guid.CreateVersion7(), on: true, "alone")).BodyAsync(HttpStatusCode.Conflict);
            Assert.Equal("quality-of-life.blind-mode-is-the-persons", refused.Code());
        }

        var id = Guid.CreateVersion7();
        await (await people.Practitioner.TurnAsync(people.Id, id, on: true, "joint", minutes: 5)).BodyAsync(HttpStatusCode.OK);
        await (await people.Practitioner.TurnAsync(people.Id, id, on: true, "joint", minutes: 5)).BodyAsync(HttpStatusCode.OK);
        Assert.Equal("fact.id-reused", (await (await people.Practitioner.TurnAsync(people.Id, id, on: false, "joint", minutes: 5)).BodyAsync(HttpStatusCode.Conflict)).Code());
        await (await people.Own.TurnAsync(people.Id, Guid.CreateVersion7(), on: false, "alone", minutes: 2)).BodyAsync(HttpStatusCode.OK);
        // Said offline before that, or by a slow clock: nobody can tell, and what may be meant to be hidden is. Off, arriving late, it opens nothing.
        await (await people.Own.TurnAsync(people.Id, Guid.CreateVersion7(), on: true, "alone", minutes: 4)).BodyAsync(HttpStatusCode.OK);
        await (await people.Own.TurnAsync(people.Id, Guid.CreateVersion7(), on: false, "alone", minutes: 3)).BodyAsync(HttpStatusCode.OK);

        var mode = await people.Relative.ReadAsync(people.Id, "blind-mode");
        Assert.True(mode.GetProperty("on").GetBoolean());
        Assert.Equal([true, false, false, true], mode.GetProperty("choices").EnumerateArray().Select(choice => choice.GetProperty("on").GetBoolean()));
        Assert.Equal(Now.AddMinutes(-2).ToUnixTimeMilliseconds(), mode.GetProperty("since").GetDateTimeOffset().ToUnixTimeMilliseconds());
    }

    /// <summary>The rule told a second time, in C#, on histories at random: what each reader gets is what it says.</summary>
    [Fact]
    public async Task Whatever_was_answered_and_when_each_reader_gets_what_the_rule_says()
    {
        var random = new Random(20261128);
        for (var history = 0; history < 12; history++)
        {
            var people = await PeopleAsync();
            List<(Perspective Voice, int Rating, DateTimeOffset At)> given = [];
            for (var i = 0; i < 14; i++)
            {
                (Perspective Voice, int Rating, DateTimeOffset At) one = ((Perspective)random.Next(3), i, Now.AddMinutes(-random.Next(150) * Day).AddSeconds(-i));
                given.Add(one);
                await installation.AnswerAsync(people.Id, "needs.housing", one.Rating, one.At, one.Voice);
            }

            await people.Own.BlindAsync(people.Id, on: true);
            foreach (var (client, voice) in new[] { (people.Own, Perspective.ServiceUser), (people.Practitioner, Perspective.Practitioner), (people.Relative, Perspective.Relative) })
            {
                var series = await client.ReadAsync(people.Id, "series");
                var expected = given.Where(one => one.Voice == voice || one.Voice == Perspective.Relative
                    || given.Exists(other => other.Voice != Perspective.Relative && other.Voice != one.Voice && other.At >= one.At.AddDays(-30))).Select(one => one.Rating).Order();
                Assert.Equal(expected, new[] { "service_user", "practitioner", "relative" }.SelectMany(each => series.Ratings("needs.housing", each)).Order());
            }
        }
    }

    private async Task<BlindPeople> PeopleAsync() => await BlindPeople.ArrangeAsync(installation);

    private static IEnumerable<JsonElement> Voices(JsonElement picture, string perspective) =>
        picture.GetProperty("themes").EnumerateArray().SelectMany(theme => theme.GetProperty("voices").EnumerateArray()).Where(voice => voice.GetProperty("perspective").GetString() == perspective);

    private static async Task<IEnumerable<string?>> WaitingAsync(HttpClient client, Guid person) =>
        (await client.ReadAsync(person, "blind-mode")).GetProperty("waiting").EnumerateArray().Select(theme => theme.GetString());

    private static async Task CommentAsync(HttpClient client, Guid person, string words, Guid? assessment) =>
        await (await client.PutAsJsonAsync(
            Path(person, $"comments/{Guid.CreateVersion7()}"), new { theme = "needs.housing", words, at = Now.AddMinutes(-5), assessmentId = assessment })).BodyAsync(HttpStatusCode.OK);

    private static async Task<IEnumerable<string?>> WordsAsync(HttpClient client, Guid person) =>
        (await client.ReadAsync(person, "comments")).GetProperty("items").EnumerateArray().Select(comment => comment.GetProperty("words").GetString()).Order(StringComparer.Ordinal);
}

/// <summary>A person, a practitioner and a relative of theirs, every tab open.</summary>
internal sealed record BlindPeople(Given.Person Person, HttpClient Own, HttpClient Practitioner, HttpClient Relative)
{
    public Guid Id => Person.ServiceUserId;

    public static async Task<BlindPeople> ArrangeAsync(Installation installation)
    {
        var person = await installation.PersonAsync();
        return new BlindPeople(
            person,
            person.Account.Client(installation),
            (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation),
            (await installation.MemberAsync(person, Role.Relative, AccessLevel.Contribute)).Client(installation));
    }

    public async Task<IReadOnlyList<T>> EachAsync<T>(Func<HttpClient, Task<T>> read) => [await read(Own), await read(Practitioner), await read(Relative)];
}

/// <summary>What blind mode's tests do over HTTP.</summary>
internal static class BlindCalls
{
    public static Task<HttpResponseMessage> TurnAsync(this HttpClient client, Guid person, Guid id, bool on, string setting, double minutes = 0) =>
        client.PutAsJsonAsync(Path(person, $"blind-mode/choices/{id}"), new { on, at = Now.AddMinutes(-minutes), setting });

    public static async Task BlindAsync(this HttpClient client, Guid person, bool on, double minutes = 0) =>
        await (await client.PutAsJsonAsync(Path(person, $"blind-mode/choices/{Guid.CreateVersion7()}"), new { on, at = TimeProvider.System.GetUtcNow().AddMinutes(-minutes) })).BodyAsync(HttpStatusCode.OK);

    public static async Task<Guid> RatesAsync(this HttpClient client, Guid person, params object[] answers)
    {
        var assessment = Guid.CreateVersion7();
        await (await client.OpenAsync(person, assessment, answers, complete: true, minutes: 60 * 24 * 200)).BodyAsync(HttpStatusCode.Created);
        return assessment;
    }
}
