using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Barometre.Application.QualityOfLife.Change;
using Barometre.Domain.QualityOfLife.Change;
using Barometre.Domain.Shared;
using MediatR;

namespace Barometre.WebApi.Verbs;

/// <summary>Prints what changed for one person, theme by theme, in their own voice.</summary>
internal static class ChangeVerb
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static async Task<int> RunAsync(string[] args)
    {
        var json = args.Contains("--json", StringComparer.Ordinal);
        if (args.Where(arg => arg != "--json").ToArray() is not ["--person", var name])
        {
            throw new VerbMisused("change --person NAME|ID [--json]");
        }

        await using var app = Host.Build([]);
        await using var scope = app.InstallationScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        var person = await PersonNamed.FindAsync(mediator, name);
        // On a stopped installation no job has seen the last import: the table is made true before it is shown.
        await mediator.Send(new RecomputeChangeCommand(person, null));
        var changes = await mediator.Send(new GetChangesForOperatorQuery(person));
        var rows = changes.Themes.SelectMany(theme => theme.Voices.Where(voice => voice.Perspective == Perspective.ServiceUser).Select(voice => Row.Of(theme.Theme, voice))).ToList();
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(rows, Json));
        }
        else
        {
            Print(rows);
        }

        return 0;
    }

    private static void Print(List<Row> rows)
    {
        Console.WriteLine($"{"theme",-32}{"n",6}{"first",7}{"latest",8}{"per 30 d",10}{"low",8}{"high",8}{"S",10}{"tau-b",8}{"p",10}{"autoc.",8}{"SDC",7}  verdict");
        foreach (var row in rows)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{row.Theme,-32}{row.N,6}{row.First,7}{row.Latest,8}{row.SlopePer30Days,10:0.00}{row.SlopeLow,8:0.00}{row.SlopeHigh,8:0.00}{row.S,10}{row.TauB,8:0.000}{row.P,10:0.0000}{row.Autocorrelation,8:0.00}{row.Sdc,7:0.0}  {row.Reason}"));
        }
    }

    /// <summary>One theme, as the command prints it.</summary>
    private sealed record Row(
        string Theme, int N, int First, int Latest, double? SlopePer30Days, double? SlopeLow, double? SlopeHigh, long? S, double? TauB, double? P,
        double? Autocorrelation, double Sdc, Verdict Verdict, string Reason)
    {
        public static Row Of(string theme, ChangeView change) => new(
            theme, change.N, change.First.Value, change.Latest.Value, change.SlopePer30Days, change.SlopeLow, change.SlopeHigh, change.S, change.TauB, change.P,
            change.Autocorrelation, change.Sdc, change.Verdict, InTheOperatorsLanguage(change.Reason));

        private static string InTheOperatorsLanguage(Wording words) => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr" ? words.Fr : words.En;
    }
}
