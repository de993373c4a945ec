using System.Globalization;
using System.Text.Json;
using Barometre.Application.QualityOfLife.Import;
using Barometre.Application.Shared;
using Barometre.Infrastructure.QualityOfLife.Import;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Barometre.IntegrationTests.QualityOfLife;

// An installation of its own: the jobs that some hundred thousand ratings ask for keep nobody else's waiting.
public sealed class ImportSelfRatingsTests(Installation installation) : IClassFixture<Installation>
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Demonstration", "real-self-ratings");
    private static readonly string Csv = File.ReadAllText(Path.Combine(Folder, "ESMdata.csv"));

    [Fact]
    public async Task The_real_file_gives_its_assessments_and_ratings_and_a_second_time_nothing_more()
    {
        var person = await installation.PersonAsync();

        var first = await ImportAsync(person, Csv);
        var second = await ImportAsync(person, Csv);

        Assert.Equal((1476, 23399, 0), (first.Assessments, first.Ratings, first.AlreadyThere));
        Assert.Equal((0, 0, 23399), (second.Assessments, second.Ratings, second.AlreadyThere));
        Assert.Equal("17", await ScalarAsync($"SELECT count(DISTINCT theme) FROM quality_of_life.answer WHERE service_user_id = '{person.ServiceUserId}'"));
    }

    [Theory]
    [InlineData("health.mental", "67 → 50")]
    [InlineData("health.energy", "100 → 83")]
    [InlineData("health.activity", "33 → 0")]
    public async Task The_first_and_last_ratings_are_the_files(string theme, string expected)
    {
        var person = await installation.PersonAsync();

        await ImportAsync(person, Csv);

        Assert.Equal(expected, await ScalarAsync($"""
            SELECT (array_agg(rating ORDER BY at))[1] || ' → ' || (array_agg(rating ORDER BY at DESC))[1]
              FROM quality_of_life.answer WHERE service_user_id = '{person.ServiceUserId}' AND theme = '{theme}'
            """));
    }

    [Fact]
    public async Task Every_bad_line_is_told_and_nothing_is_loaded()
    {
        var person = await installation.PersonAsync();
        var lines = Csv.Split('\n');
        lines[2] = lines[2].Replace("14/08/12", "34/08/12", StringComparison.Ordinal);
        lines[3] += ",1";
        lines[5] = lines[5][..60];

        var refused = await Assert.ThrowsAsync<ImportRefused>(() => ImportAsync(person, string.Join('\n', lines)));

        Assert.Equal([3, 4, 6], refused.Faults.Select(fault => fault.Line));
        Assert.Equal("date is not a date of the form dd/MM/yy", refused.Faults[0].Reason);
        Assert.Equal("0", await ScalarAsync($"SELECT count(*) FROM quality_of_life.assessment WHERE service_user_id = '{person.ServiceUserId}'"));
    }

    [Fact]
    public async Task Bad_lines_can_be_skipped()
    {
        var person = await installation.PersonAsync();
        var lines = Csv.Split('\n');
        lines[2] = lines[2].Replace("14/08/12", "34/08/12", StringComparison.Ordinal);

        var report = await ImportAsync(person, string.Join('\n', lines), skipBad: true);

        Assert.Equal(1475, report.Assessments);
        Assert.Equal([3], report.Faults.Select(fault => fault.Line));
    }

    [Theory]
    [InlineData("health.mental", "health.nothing", "'health.nothing' is no theme of barometre-qol@1.0.0.")]
    [InlineData("barometre-qol@1.0.0", "barometre-qol@9.0.0", "There is no instrument 'barometre-qol@9.0.0'.")]
    public async Task A_mapping_to_what_there_is_not_loads_nothing(string known, string unknown, string said)
    {
        var person = await installation.PersonAsync();

        var mistaken = await Assert.ThrowsAsync<FormatException>(() => ImportAsync(person, Csv, skipBad: true, mapped: json => json.Replace(known, unknown, StringComparison.Ordinal)));

        Assert.Equal(said, mistaken.Message);
        Assert.Equal("0", await ScalarAsync($"SELECT count(*) FROM quality_of_life.answer WHERE service_user_id = '{person.ServiceUserId}'"));
    }

    [Theory]
    [InlineData("""{ "column": "mood_down", "low": 1, "high": 1, "reversed": false, "theme": "health.mental" }""")]
    [InlineData("""{ "column": "mood_down", "low": 1, "high": 7, "reversed": false }""")]
    [InlineData("""{ "low": 1, "high": 7, "reversed": false, "theme": "health.mental" }""")]
    [InlineData("null")]
    public void A_column_without_a_theme_or_a_scale_is_said(string column) => Assert.Throws<JsonException>(() => SelfRatingsMapping.Parse(
        $$"""{ "instrument": "barometre-qol@1.0.0", "timestamp": { "date": "date (dd/mm/yy)", "time": "beeptime", "timezone": "Europe/Amsterdam" }, "columns": [{{column}}] }"""));

    private async Task<ImportReport> ImportAsync(Given.Person person, string csv, bool skipBad = false, Func<string, string>? mapped = null)
    {
        var json = await File.ReadAllTextAsync(Path.Combine(Folder, "mapping.json"));
        var mapping = SelfRatingsMapping.Parse(mapped is null ? json : mapped(json));
        await using var scope = installation.App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().IsInstallation();
        using var text = new StringReader(csv);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(
            new ImportSelfRatingsCommand(person.ServiceUserId, mapping.Instrument, new SelfRatingsReader(mapping).ReadAsync(text, CancellationToken.None), skipBad, null));
    }

    private async Task<string> ScalarAsync(string sql)
    {
        await using NpgsqlCommand command = installation.Owner.CreateCommand(sql);
        return Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture)!;
    }
}
