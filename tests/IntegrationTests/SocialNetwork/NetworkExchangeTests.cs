using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.QualityOfLife;
using static Barometre.IntegrationTests.SocialNetwork.Mapped;

namespace Barometre.IntegrationTests.SocialNetwork;

[Collection(InstallationTests.Name)]
public sealed class NetworkExchangeTests(Installation installation)
{
    [Theory]
    [InlineData("graphMl")]
    [InlineData("lists")]
    public async Task What_is_taken_along_arrives_whole_in_another_record_once(string form)
    {
        var (from, to) = (await installation.PersonAsync(), await installation.PersonAsync());
        await FillAsync(from);
        var files = await from.Account.Client(installation).NetworkAsync(from.ServiceUserId, "export");
        object body = form == "graphMl" ? new { at = Now, graphMl = Text(files, "graphMl") } : new { at = Now, nodes = Text(files, "nodes"), edges = Text(files, "edges") };

        var first = await ImportAsync(to.Account.Client(installation), to, body, HttpStatusCode.OK);
        var again = await ImportAsync(to.Account.Client(installation), to, body, HttpStatusCode.OK);
        var back = await ImportAsync(from.Account.Client(installation), from, body, HttpStatusCode.OK);

        Assert.Equal((3, 1, 0, 0), (first.GetProperty("alters").GetInt32(), first.GetProperty("ties").GetInt32(), again.GetProperty("added").GetInt32(), back.GetProperty("added").GetInt32()));
        Assert.Equal(await ShownAsync(from), await ShownAsync(to));
    }

    [Fact]
    public async Task An_imported_file_adds_to_the_map_and_takes_nobody_off_it()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);
        await FillAsync(person);
        var before = (await client.NetworkAsync(person.ServiceUserId, "map")).GetProperty("present").Names();
        object body = new { at = Now, nodes = "nodeID,name\n1,Nour Inventé\n2,Sam Inventé\n", edges = "from,to\n1,2\n" };

        var added = await ImportAsync(client, person, body, HttpStatusCode.OK);
        // On another day, the same file is the same import.
        var again = await ImportAsync(client, person, new { at = Now.AddMinutes(1), nodes = "nodeID,name\n1,Nour Inventé\n2,Sam Inventé\n", edges = "from,to\n1,2\n" }, HttpStatusCode.OK);

        Assert.Equal((3, 0), (added.GetProperty("added").GetInt32(), again.GetProperty("added").GetInt32()));
        Assert.Equal([.. before, "Nour Inventé", "Sam Inventé"], (await client.NetworkAsync(person.ServiceUserId, "map")).GetProperty("present").Names().OrderBy(name => Array.IndexOf(before, name) is var place and >= 0 ? $"{place}" : name));
    }

    [Fact]
    public async Task A_bad_file_is_refused_line_by_line_and_nothing_is_loaded()
    {
        var person = await installation.PersonAsync();
        var client = person.Account.Client(installation);

        var lines = await ImportAsync(client, person, new { at = Now, nodes = "nodeID,name,closeness\n1,Lou Inventé,80\n2,Max Inventé,9876543210\n3,,1\n" }, HttpStatusCode.BadRequest);
        var entity = await ImportAsync(client, person, new { at = Now, graphMl = "<!DOCTYPE g SYSTEM \"file:///etc/passwd\"><graphml><graph/></graphml>" }, HttpStatusCode.BadRequest);
        var nothing = await ImportAsync(client, person, new { at = Now }, HttpStatusCode.BadRequest);
        var large = await client.PostAsJsonAsync(Path(person.ServiceUserId, "import"), new { at = Now, nodes = new string('a', 1_100_000) });

        Assert.Equal([("/nodes/3", "social-network.bad-value"), ("/nodes/4", "social-network.bad-value")], lines.Faults());
        Assert.DoesNotContain("9876543210", lines.ToString(), StringComparison.Ordinal);
        Assert.Equal([("/graphMl", "social-network.unreadable-file")], entity.Faults());
        Assert.Equal([("/graphMl", "validation.required")], nothing.Faults());
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        Assert.Empty((await client.NetworkAsync(person.ServiceUserId, "map")).GetProperty("present").EnumerateArray());
    }

    [Fact]
    public async Task A_copy_that_somebody_takes_is_in_the_register_and_only_the_person_imports_alone_or_together()
    {
        var person = await installation.PersonAsync();
        await FillAsync(person);
        var practitioner = (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation);

        await practitioner.NetworkAsync(person.ServiceUserId, "export");
        var alone = await ImportAsync(practitioner, person, new { at = Now, nodes = "nodeID,name\n1,Nour Inventé\n" }, HttpStatusCode.Forbidden);
        await ImportAsync(practitioner, person, new { at = Now, setting = "joint", nodes = "nodeID,name\n1,Nour Inventé\n" }, HttpStatusCode.OK);

        Assert.Equal("access.not-your-view", alone.Code());
        var register = await (await person.Account.Client(installation).GetAsync(new Uri($"/api/v1/service-users/{person.ServiceUserId}/register", UriKind.Relative))).BodyAsync(HttpStatusCode.OK);
        Assert.Contains("took a copy of the map of your network in a file", register.GetProperty("items").EnumerateArray().Select(line => line.GetProperty("what").GetProperty("en").GetString()));
    }

    private async Task FillAsync(Given.Person person)
    {
        var (lou, max, gone) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await person.Account.Client(installation).NotedAsync(
            person.ServiceUserId,
            Named(lou, "Lou, \"l’Inventée\"\n=1+1 🌻", 30), Named(max, "ماكس", 20, "family", "animal"), Named(gone, "'Guy Inventé", 25),
            Fact("tie_stated", lou, 10, ("closeness", 80), ("quality", 0), ("frequency", "few_times_a_year"), ("given", Array.Empty<string>()), ("received", new[] { "emotional", "money" }), ("comment", "+33, puis\r\nplus rien")),
            Fact("alter_placed", lou, 9, ("angle", 359.123456789), ("radius", 0.1)), Fact("alters_tied", lou, 8, ("otherId", max), ("strength", 12)), Fact("alter_left", gone, 5));
    }

    private async Task<string> ShownAsync(Given.Person person)
    {
        var map = await person.Account.Client(installation).NetworkAsync(person.ServiceUserId, "map");
        return map.ToString().Replace($"{person.Account.AccountId}", "", StringComparison.Ordinal).Replace("\"imported\":true", "\"imported\":false", StringComparison.Ordinal);
    }

    private static string Text(JsonElement files, string file) => files.GetProperty(file).GetProperty("text").GetString()!;

    private static async Task<JsonElement> ImportAsync(HttpClient client, Given.Person person, object body, HttpStatusCode expected) =>
        await (await client.PostAsJsonAsync(Path(person.ServiceUserId, "import"), body)).BodyAsync(expected);
}
