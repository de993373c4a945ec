using Barometre.Application.QualityOfLife.Assessments;
using Barometre.Application.QualityOfLife.Readings;
using Barometre.Domain.QualityOfLife;
using Barometre.Domain.Shared;

namespace Barometre.IntegrationTests.QualityOfLife;

/// <summary>Counts on the wire: between the host and PostgreSQL stands a relay that notes each time the host speaks after the server has answered.</summary>
[Collection(InstallationTests.Name)]
public sealed class RoundTripTests(Installation installation)
{
    [Fact]
    public async Task A_new_complete_assessment_of_every_theme_takes_three_round_trips_and_one_transaction()
    {
        var person = await installation.PersonAsync();
        await using var wire = await Wire.StartAsync(installation);
        await wire.SendAsync(person, Complete(person, wire.Themes));
        await wire.SendAsync(person, Complete(person, wire.Themes));

        var before = wire.RoundTrips;
        await wire.SendAsync(person, Complete(person, wire.Themes));

        Assert.Equal(3, wire.RoundTrips - before);
        await using var command = installation.Owner.CreateCommand(
            $"SELECT count(*), count(DISTINCT xmin::text) FROM quality_of_life.answer WHERE service_user_id = '{person.ServiceUserId}'");
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        Assert.Equal((3L * wire.Themes.Count, 3L), (reader.GetInt64(0), reader.GetInt64(1)));
    }

    [Fact]
    public async Task All_series_take_one_round_trip_that_confirms_the_access_decision_made_before()
    {
        var person = await installation.PersonAsync();
        await using var wire = await Wire.StartAsync(installation);
        await wire.SendAsync(person, Complete(person, wire.Themes));
        await wire.SendAsync(person, new GetSeriesQuery(person.ServiceUserId, null, null, null));

        var before = wire.RoundTrips;
        var series = await wire.SendAsync(person, new GetSeriesQuery(person.ServiceUserId, null, null, null));

        Assert.Equal(1, wire.RoundTrips - before);
        Assert.Equal(55, series.Series.Count);
    }

    private static OpenAssessmentCommand Complete(Given.Person person, IReadOnlyList<string> themes)
    {
        var now = TimeProvider.System.GetUtcNow();
        return new OpenAssessmentCommand(
            person.ServiceUserId,
            Guid.CreateVersion7(),
            Setting.Alone,
            null,
            null,
            null,
            now,
            [.. themes.Select((theme, i) => new GivenAnswer(Guid.CreateVersion7(), theme, AnswerKind.Rating, now, i))],
            Complete: true);
    }
}
