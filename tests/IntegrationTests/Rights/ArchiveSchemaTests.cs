using System.Text.Json;
using Barometre.Infrastructure.Rights.Archives;

namespace Barometre.IntegrationTests.Rights;

public sealed class ArchiveSchemaTests(RightsInstallation installation) : IClassFixture<RightsInstallation>
{
    private static string Published => Path.Combine(ContractFolder(), "archive.v1.schema.json");

    [Fact]
    public async Task The_published_form_is_the_one_that_the_models_make() =>
        Assert.True(ArchiveSchema.Write() == await File.ReadAllTextAsync(Published), "docs/api/archive.v1.schema.json is not up to date: run build/openapi and look at the difference");

    [Fact]
    public async Task An_archive_is_as_it_says()
    {
        var person = await installation.PersonAsync();
        await installation.PlantRowsAsync(person, "Zorglub l’Inventé");
        await installation.ExecuteAsync($"UPDATE accomplishment_plan.plan SET time_zone = 'America/Toronto' WHERE service_user_id = '{person.ServiceUserId}'");
        var archive = await Archived.OfAsync(installation, person);
        using var schema = JsonDocument.Parse(ArchiveSchema.Write());
        var described = schema.RootElement.GetProperty("$defs").EnumerateObject().ToDictionary(
            table => table.Name, table => table.Value.GetProperty("items").GetProperty("properties").EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal).ToList(), StringComparer.Ordinal);

        List<string> faults = [.. described.Keys.Except(archive.Tables).Select(table => $"{table} is not in the archive")];
        foreach (var table in archive.Tables.Intersect(described.Keys))
        {
            faults.AddRange(archive.Rows(table).Where(row => !row.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal).SequenceEqual(described[table])).Select(_ => $"{table} has other members"));
        }

        Findings.None(faults);
        Assert.True(described.Count > 30);
    }

    private static string ContractFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Barometre.sln")))
            {
                return Path.Combine(folder.FullName, "docs", "api");
            }
        }

        throw new InvalidOperationException("The repository was not found above the tests.");
    }
}
