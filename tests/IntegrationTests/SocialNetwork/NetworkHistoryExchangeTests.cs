using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.QualityOfLife;
using static Barometre.IntegrationTests.SocialNetwork.Mapped;

namespace Barometre.IntegrationTests.SocialNetwork;

/// <summary>A network with all that can happen in one, taken to another record.</summary>
[Collection(InstallationTests.Name)]
public sealed partial class NetworkHistoryExchangeTests(Installation installation)
{
    private static readonly string[] Files = ["graphml", "nodes", "edges", "history"];

    [Fact]
    public async Task A_whole_history_arrives_in_another_record_and_makes_the_same_files_and_the_same_map_at_any_date()
    {
        var (from, to) = (await LivedAsync(), await installation.PersonAsync());
        var files = await FilesAsync(from);

        var first = await ImportAsync(to, new { at = Now, history = files[3] });
        var again = await ImportAsync(to, new { at = Now, history = files[3] });
        var back = await ImportAsync(from, new { at = Now, history = files[3] });

        Assert.Equal((24, 0, 0), (first.GetProperty("added").GetInt32(), again.GetProperty("added").GetInt32(), back.GetProperty("added").GetInt32()));
        Assert.Equal(Anonymous(from, files), Anonymous(to, await FilesAsync(to)));
        for (var days = 31.5; days > 0; days -= 3)
        {
            var at = $"?at={At(Now.AddDays(-days))}";
            Assert.Equal(Anonymous(from, await FilesAsync(from, at)), Anonymous(to, await FilesAsync(to, at)));
            Assert.Equal(await ShownAsync(from, $"map{at}"), await ShownAsync(to, $"map{at}"));
        }

        Assert.Equal(await ShownAsync(from, "snapshots"), await ShownAsync(to, "snapshots"));
    }

    [Fact]
    public async Task A_map_of_every_voice_arrives_in_another_record_from_either_kind_of_file()
    {
        var from = await LivedAsync();
        var files = await FilesAsync(from);

        foreach (var body in (object[])[new { at = Now, graphMl = files[0] }, new { at = Now, nodes = files[1], edges = files[2] }])
        {
            var to = await installation.PersonAsync();
            await ImportAsync(to, body);
            var again = await ImportAsync(to, body);

            Assert.Equal(0, again.GetProperty("added").GetInt32());
            Assert.Equal(Anonymous(from, files)[..3], Anonymous(to, await FilesAsync(to))[..3]);
        }
    }

    [Fact]
    public async Task Another_voice_that_came_out_of_a_file_stays_that_voice_and_is_marked()
    {
        var (from, to) = (await LivedAsync(), await installation.PersonAsync());
        await ImportAsync(to, new { at = Now, history = (await FilesAsync(from))[3] });

        var map = await to.Account.Client(installation).NetworkAsync(to.ServiceUserId, "map");

        var lou = map.GetProperty("present").EnumerateArray().Single(alter => alter.GetProperty("name").GetString() == "Lou, la suite");
        Assert.All(lou.GetProperty("voices").EnumerateArray(), voice => Assert.True(voice.GetProperty("imported").GetBoolean()));
        Assert.Equal((35, to.Account.AccountId), (lou.Voice("practitioner").GetProperty("closeness").GetInt32(), lou.Voice("practitioner").GetProperty("authorId").GetGuid()));
        Assert.Equal("gone", lou.GetProperty("member").GetProperty("state").GetString());
        var original = (await from.Account.Client(installation).NetworkAsync(from.ServiceUserId, "map")).Alter(lou.GetProperty("id").GetGuid());
        Assert.All(original.GetProperty("voices").EnumerateArray(), voice => Assert.False(voice.GetProperty("imported").GetBoolean()));
    }

    [Fact]
    public async Task Files_are_downloads_of_their_kind_and_the_register_knows_of_each()
    {
        var person = await LivedAsync();
        var reader = (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Read)).Client(installation);
        List<string> seen = [];
        foreach (var file in Files)
        {
            using var answer = await reader.GetAsync(new Uri(Path(person.ServiceUserId, $"export/{file}"), UriKind.Relative));
            seen.Add($"{(int)answer.StatusCode} {answer.Content.Headers.ContentType} {answer.Content.Headers.ContentDisposition?.DispositionType} {answer.Content.Headers.ContentDisposition?.FileName}");
        }

        Assert.Equal(
            [
                "200 application/graphml+xml; charset=utf-8 attachment network.graphml", "200 text/csv; charset=utf-8 attachment network_attributeList.csv",
                "200 text/csv; charset=utf-8 attachment network_edgeList.csv", "200 text/csv; charset=utf-8 attachment network_factList.csv",
            ],
            seen);
        var register = await (await person.Account.Client(installation).GetAsync(new Uri($"/api/v1/service-users/{person.ServiceUserId}/register", UriKind.Relative))).BodyAsync(HttpStatusCode.OK);
        Assert.Equal(4, register.GetProperty("items").EnumerateArray().Count(line => line.GetProperty("what").GetProperty("en").GetString() == "took a copy of your network in a file"));
    }

    [Fact]
    public async Task A_bad_history_is_refused_line_by_line_and_nothing_is_loaded()
    {
        var (known, other, person) = (Guid.CreateVersion7(), Guid.CreateVersion7(), await installation.PersonAsync());
        await person.Account.Client(installation).NotedAsync(person.ServiceUserId, Named(known, "Lou Inventé", 3));
        var there = (await FilesAsync(person))[3].Split("\r\n")[1].Split(',')[2];
        string[] lines =
        [
            "networkCanvasUUID,at,deviceAt,fact,subject,other,perspective,name,kind,circle,closeness",
            $"{Guid.CreateVersion7()},2026-01-01T00:00:00Z,,alter_named,{other},,,Max Inventé,person,friends,",
            $"{Guid.CreateVersion7()},2026-01-02T00:00:00Z,,tie_stated,{other},,practitioner,,,,101",
            $"{Guid.CreateVersion7()},2026-01-02T00:00:00Z,,alter_left,{other},,relative,,,,",
            $"{Guid.CreateVersion7()},2026-01-02T00:00:00Z,,tie_stated,{Guid.CreateVersion7()},,,,,,50",
            $"{Guid.CreateVersion7()},2026-01-02T00:00:00Z,2026-01-01T00:00:00Z,tie_stated,{known},,,,,,50",
            $"{there},2026-01-02T00:00:00Z,,alter_named,{known},,,Un autre nom,person,friends,",
            $"not-an-id,2026-01-02T00:00:00Z,,tie_stated,{known},,,,,,50",
            $"{Guid.CreateVersion7()},2026-01-02T00:00:00Z,,alters_merged,{known},{known},,,,,",
            $"{Guid.CreateVersion7()},2026-01-02T00:00:00Z,,tie_stated,{known},,,,,,",
        ];

        var shape = await RefusedAsync(person, string.Join('\n', lines));
        var content = await RefusedAsync(person, string.Join('\n', lines[0], lines[1], lines[4], lines[6]));

        Assert.Equal(
            [
                ("/history/3", "social-network.bad-value"), ("/history/4", "social-network.bad-value"), ("/history/6", "social-network.bad-value"), ("/history/8", "social-network.bad-value"),
                ("/history/9", "social-network.bad-value"), ("/history/10", "social-network.bad-value"),
            ],
            shape.Faults());
        Assert.Equal([("/history/3", "social-network.unknown-subject"), ("/history/4", "social-network.line-reused")], content.Faults());
        Assert.Equal(["Lou Inventé"], (await person.Account.Client(installation).NetworkAsync(person.ServiceUserId, "map")).GetProperty("present").Names());
    }

    [Fact]
    public async Task A_history_can_be_sent_in_parts()
    {
        var (from, to) = (await LivedAsync(), await installation.PersonAsync());
        var files = await FilesAsync(from);
        var lines = Line().Matches(files[3]).Select(line => line.Value).ToList();

        foreach (var part in lines.Skip(1).Chunk(7))
        {
            await ImportAsync(to, new { at = Now, history = lines[0] + string.Concat(part) });
        }

        Assert.Equal(Anonymous(from, files), Anonymous(to, await FilesAsync(to)));
    }

    /// <summary>Who came, left, came back, turned out to be somebody else and was not after all; three voices, a link, a moment kept under another name, one dropped, a comment taken off, a clock that ran ahead.</summary>
    private async Task<Given.Person> LivedAsync()
    {
        var person = await installation.PersonAsync();
        var relative = await installation.AccountAsync();
        var member = await installation.JoinAsync(person, relative, Role.Relative, AccessLevel.Contribute, null);
        var (lou, max, guy, nour) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var (before, dropped) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await person.Account.Client(installation).NotedAsync(
            person.ServiceUserId,
            Named(lou, "Lou, \"l’Inventée\"\n=1+1 🌻", 30), Named(max, "ماكس", 29, "family", "animal"), Named(guy, "'Guy Inventé", 28), Named(nour, "Nour Inventé", 27, "work_or_school"),
            Fact("tie_stated", lou, 26, ("closeness", 80), ("quality", 0), ("frequency", "few_times_a_year"), ("given", Array.Empty<string>()), ("received", new[] { "emotional", "money" }), ("comment", "+33, puis\r\nplus rien")),
            Fact("tie_stated", lou, 25, ("comment", "")), Fact("alter_placed", lou, 24, ("angle", 359.123456789), ("radius", 0.1)), Fact("alters_tied", lou, 23, ("otherId", max), ("strength", 12)),
            Fact("alter_left", guy, 22), Fact("alter_back", guy, 16), Fact("alter_left", max, 12), Fact("alters_merged", nour, 20, ("otherId", lou)), Fact("alters_merged", guy, 10, ("otherId", lou)),
            Fact("merge_undone", guy, 9, ("otherId", lou)), Fact("alter_changed", lou, 8, ("name", "Lou, la suite")), Fact("alter_linked", lou, 7, ("memberId", member)),
            Fact("snapshot_named", before, 6, ("name", "Avant"), ("moment", Now.AddDays(-15))), Fact("snapshot_named", before, 5, ("name", "Avant de déménager"), ("moment", Now.AddDays(-14))),
            Fact("snapshot_named", dropped, 6, ("name", "Autre")), Fact("snapshot_dropped", dropped, 4));
        var practitioner = (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation);
        await practitioner.NotedAsync(person.ServiceUserId, Stated(lou, 19, 60, 40, "Vu d’ici"), Stated(nour, 18, 35), Stated(max, -1, 10));
        await relative.Client(installation).NotedAsync(person.ServiceUserId, Stated(guy, 3, quality: 100));
        return person;
    }

    private async Task<string[]> FilesAsync(Given.Person person, string query = "")
    {
        var client = person.Account.Client(installation);
        List<string> texts = [];
        foreach (var file in Files)
        {
            texts.Add(await client.GetStringAsync(new Uri(Path(person.ServiceUserId, $"export/{file}{query}"), UriKind.Relative)));
        }

        return [.. texts];
    }

    private static string[] Anonymous(Given.Person person, string[] files) => [.. files.Select(file => file.Replace($"{person.ServiceUserId}", "ego", StringComparison.Ordinal))];

    /// <summary>What is shown, but for what is of one installation: accounts, whether a place in the circle is taken, whether a file was imported.</summary>
    private async Task<string> ShownAsync(Given.Person person, string what) =>
        OfTheInstallation().Replace((await person.Account.Client(installation).NetworkAsync(person.ServiceUserId, what)).ToString(), "");

    private async Task<JsonElement> ImportAsync(Given.Person person, object body) =>
        await (await person.Account.Client(installation).PostAsJsonAsync(Path(person.ServiceUserId, "import"), body)).BodyAsync(HttpStatusCode.OK);

    private async Task<JsonElement> RefusedAsync(Given.Person person, string history) =>
        await (await person.Account.Client(installation).PostAsJsonAsync(Path(person.ServiceUserId, "import"), new { at = Now, history })).BodyAsync(HttpStatusCode.BadRequest);

    [GeneratedRegex(@"""(authorId|state|imported)"":\s*(""[^""]*""|true|false)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OfTheInstallation();

    // A line break within quotes ends no line.
    [GeneratedRegex(@"(""[^""]*""|[^""\r])*\r\n", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Line();
}
