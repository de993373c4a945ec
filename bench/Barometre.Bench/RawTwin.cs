using Barometre.Application.CoProduction.Overviews;
using Barometre.Application.QualityOfLife.Readings;
using Barometre.Domain.Shared;
using Barometre.Infrastructure.Shared;
using Barometre.WebApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Barometre.Bench;

/// <summary>The floor: bare endpoints that run the same SQL with raw Npgsql and give the same JSON, with no sign-in, no access decision, no row-level security and no mediator.</summary>
internal sealed class RawTwin : IAsyncDisposable
{
    private const string Series = """
        SELECT a.theme, a.perspective, a.at, a.rating
          FROM quality_of_life.answer a
         WHERE a.service_user_id = $1 AND a.superseded_at IS NULL
           AND a.assessment_id <> ALL (ARRAY(SELECT s.id FROM quality_of_life.assessment s WHERE s.service_user_id = $1 AND s.state = 'abandoned'))
           AND a.kind = 'rating'
         ORDER BY a.theme, a.at, a.sequence
        """;

    private readonly WebApplication _app;
    private readonly NpgsqlDataSource _database;

    private RawTwin(WebApplication app, NpgsqlDataSource database) => (_app, _database) = (app, database);

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public static async Task<RawTwin> StartAsync(string superuser)
    {
        var database = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(superuser) { MaxAutoPrepare = 200, MaxPoolSize = 40 }.ConnectionString);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.ConfigureHttpJsonOptions(options => Host.Configure(options.SerializerOptions));
        var app = builder.Build();
        app.MapGet("/series/{person:guid}", (Guid person, CancellationToken cancellationToken) => SeriesAsync(database, person, cancellationToken));
        app.MapPut("/assessments/{person:guid}/{id:guid}", (Guid person, Guid id, RawAssessment body, CancellationToken cancellationToken) =>
            RawWrite.AssessmentAsync(database, person, id, body, cancellationToken));
        // The answer to give, as ours gave it.
        var overview = default(Overview);
        app.MapPost("/overview", (Overview answer) => { overview = answer; });
        app.MapGet("/overview/{person:guid}/{account:guid}", (Guid person, Guid account, CancellationToken cancellationToken) =>
            RawOverview.GetAsync(database, person, account, overview!, cancellationToken));
        await app.StartAsync();
        return new RawTwin(app, database);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static async Task<IResult> SeriesAsync(NpgsqlDataSource database, Guid person, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Series);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = person });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<ThemeSeries> found = [];
        var (theme, perspective) = ("", "");
        List<DateTimeOffset> at = [];
        List<short> rating = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            var (nextTheme, nextPerspective) = (reader.GetString(0), reader.GetString(1));
            if (nextTheme != theme || nextPerspective != perspective)
            {
                (theme, perspective, at, rating) = (nextTheme, nextPerspective, [], []);
                found.Add(new ThemeSeries(theme, Words.Parse<Perspective>(perspective), at, rating));
            }

            at.Add(new DateTimeOffset(reader.GetDateTime(2)));
            rating.Add(reader.GetInt16(3));
        }

        return Results.Ok(new SeriesList(found));
    }
}
