using System.Net;
using System.Text.Json.Nodes;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.AccessMatrix;
using Barometre.IntegrationTests.Participation;
using static Barometre.IntegrationTests.CoProduction.Met;

namespace Barometre.IntegrationTests.CoProduction;

/// <summary>What a person says of how they are worked with is told to nobody: not the words, not the figures, not that it was said. Over every reading of the contract, by whoever may be there.</summary>
[Collection(InstallationTests.Name)]
public sealed class EffectsPrivacyTests(Installation installation)
{
    private const string Mark = "Inoubliable-quetzal";

    [Fact]
    public async Task To_everybody_but_the_person_every_reading_is_the_same_before_and_after_they_said_it()
    {
        var person = await installation.PersonAsync();
        var account = await installation.RoleAsync(Role.Practitioner, person.ProjectId);
        var member = await installation.JoinAsync(person, account, Role.Practitioner, AccessLevel.Contribute, person.ProjectId);
        var own = person.Account.Client(installation);
        Dictionary<string, HttpClient> readers = new(StringComparer.Ordinal)
        {
            ["the practitioner it is about"] = account.Client(installation),
            ["another practitioner"] = (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute)).Client(installation),
            ["a relative"] = (await installation.MemberAsync(person, Role.Relative, AccessLevel.Contribute)).Client(installation),
            ["another system"] = (await installation.MemberAsync(person, Role.Integrator, AccessLevel.Contribute)).Client(installation),
            ["the coordinator"] = (await installation.RoleAsync(Role.Coordinator, person.ProjectId)).Client(installation),
            ["an administrator"] = (await installation.RoleAsync(Role.Administrator, null, strong: true)).Client(installation),
        };
        var (about, service, alone) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await own.SheetAsync(person.ServiceUserId, about, "accompaniment", member, [Reply("change.skills", 60)]).AnswersAsync(HttpStatusCode.OK);
        await own.SheetAsync(person.ServiceUserId, service, "service", person.ProjectId, [Reply("quality_of_life.needs", 60)]).AnswersAsync(HttpStatusCode.OK);
        var sheets = (Guid[])[about, service, alone];
        var before = await ReadingsAsync(readers, person, sheets);

        string[] items = ["process.listening", "process.respect", "process.having_a_say", "process.individual", "process.reliability"];
        object[] said = [.. items.Select(item => Reply(item, 37, comment: Mark))];
        await own.ReplyAsync(person.ServiceUserId, about, said).AnswersAsync(HttpStatusCode.OK);
        await own.ReplyAsync(person.ServiceUserId, service, [.. items.Select(item => Reply(item, 37, comment: Mark))]).AnswersAsync(HttpStatusCode.OK);
        await own.SheetAsync(person.ServiceUserId, alone, "accompaniment", member, [.. items.Select(item => Reply(item, 37, comment: Mark))]).AnswersAsync(HttpStatusCode.OK);
        var after = await ReadingsAsync(readers, person, sheets);

        Findings.None(after.Where(reading => before[reading.Key] != reading.Value).Select(reading => $"{reading.Key} was {before[reading.Key]} and is {reading.Value}"));
        Findings.None(after.Where(reading => reading.Value.Contains(Mark, StringComparison.Ordinal)).Select(reading => reading.Key));
        // The test can fail: the person's own reading changed, and those of the others read something.
        Assert.Equal(5, (await own.EffectsAsync(person.ServiceUserId, $"{alone}")).Items().Length);
        Assert.All(readers.Keys.Take(4), reader => Assert.StartsWith("200", after[$"ListEffects by {reader}"], StringComparison.Ordinal));
        Assert.Contains("change.skills", after["GetEffectsSheet by the practitioner it is about"], StringComparison.Ordinal);
        Assert.True(after.Values.Count(reading => reading.StartsWith("200", StringComparison.Ordinal)) > 100);
    }

    /// <summary>Every GET of the contract, by every reader; of a sheet, each of them.</summary>
    private async Task<Dictionary<string, string>> ReadingsAsync(Dictionary<string, HttpClient> readers, Given.Person person, Guid[] sheets)
    {
        Dictionary<string, string> readings = new(StringComparer.Ordinal);
        using var client = installation.Client();
        // A challenge of a passkey is another each time, and the installation's jobs come and go with everybody's acts, whatever anybody said.
        foreach (var operation in (await Operation.AllAsync(client)).Where(operation => operation.Method == HttpMethod.Get && operation.Id != "GetJobs" && !operation.Id.StartsWith("Challenge", StringComparison.Ordinal)))
        {
            foreach (var (reader, caller) in readers)
            {
                var texts = new List<string>();
                foreach (var sheet in operation.Path.Contains("{sheetId}", StringComparison.Ordinal) ? sheets : [Guid.Empty])
                {
                    using var response = await caller.SendAsync(operation.Request(new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        ["serviceUserId"] = $"{person.ServiceUserId}", ["projectId"] = $"{person.ProjectId}", ["sheetId"] = $"{sheet}",
                        ["since"] = "2020-01-01T00:00:00Z", ["from"] = "2020-01-01T00:00:00Z", ["to"] = "2030-01-01T00:00:00Z",
                    }));
                    texts.Add($"{(int)response.StatusCode} {Steady(await response.Content.ReadAsStringAsync())}");
                }

                readings[$"{operation.Id} by {reader}"] = string.Join('\n', texts);
            }
        }

        return readings;
    }

    /// <summary>Without what differs from one reading to the next for its own sake: the time of reading, the trace.</summary>
    private static string Steady(string body)
    {
        if (body.Length == 0 || body[0] is not '{')
        {
            return body;
        }

        var read = JsonNode.Parse(body)!.AsObject();
        foreach (var own in (string[])["at", "traceId", "instance"])
        {
            read.Remove(own);
        }

        return read.ToJsonString();
    }
}
