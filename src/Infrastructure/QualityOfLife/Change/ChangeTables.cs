using System.Text.Json;
using Barometre.Domain.QualityOfLife.Change;
using Barometre.Infrastructure.Shared;

namespace Barometre.Infrastructure.QualityOfLife.Change;

/// <summary>The tables of indicators, column by column, as they are written.</summary>
internal static class ChangeTables
{
    public static readonly DifferenceTable<ThemeIndicator> Themes = new(
        "quality_of_life.theme_change", 3, byTheme: true,
        [
            Of("service_user_id", row => row.ServiceUserId),
            Of("theme", row => row.Theme),
            Of("perspective", row => Words.Of(row.Perspective)),
            Of("n", row => row.N),
            Of("first_value", row => row.FirstValue),
            Of("first_at", row => row.FirstAt),
            Of("previous_value", row => row.PreviousValue),
            Of("previous_at", row => row.PreviousAt),
            Of("latest_value", row => row.LatestValue),
            Of("latest_at", row => row.LatestAt),
            Of("change_since_baseline", row => row.ChangeSinceBaseline),
            Of("change_since_previous", row => row.ChangeSincePrevious),
            .. Trend<ThemeIndicator>(),
            Of("caveat", row => row.Caveat),
            Of("sem", row => row.Sem),
            Of("sem_source", row => Words.Of(row.SemSource)),
            Of("sdc", row => row.Sdc),
            Of("rc", row => row.Rc),
            Of("reliable", row => row.Reliable),
            Of("verdict", row => Words.Of(row.Verdict)),
            Of("reason", row => Words.Of(row.Reason)),
            Of("trend_move", row => row.TrendMove),
            Of("since_first_three", row => row.SinceFirstThree),
            Of("method", row => row.Method),
            Of("inputs", row => row.Inputs),
        ]);

    public static readonly DifferenceTable<SphereIndicator> Spheres = new(
        "quality_of_life.sphere_summary", 3, byTheme: false,
        Column<SphereIndicator>.Of("service_user_id", row => row.ServiceUserId),
        Column<SphereIndicator>.Of("sphere", row => row.Sphere),
        Column<SphereIndicator>.Of("perspective", row => Words.Of(row.Perspective)),
        Column<SphereIndicator>.Of("mean", row => row.Mean),
        Column<SphereIndicator>.Of("median", row => row.Median),
        Column<SphereIndicator>.Of("answered", row => row.Answered),
        Column<SphereIndicator>.Of("shown", row => row.Shown),
        Column<SphereIndicator>.Of("method", row => row.Method));

    public static readonly DifferenceTable<GapIndicator> Gaps = new(
        "quality_of_life.perception_gap", 2, byTheme: true,
        [
            Gap("service_user_id", row => row.ServiceUserId),
            Gap("theme", row => row.Theme),
            Gap("person_value", row => row.PersonValue),
            Gap("person_at", row => row.PersonAt),
            Gap("practitioner_value", row => row.PractitionerValue),
            Gap("practitioner_at", row => row.PractitionerAt),
            Gap("gap", row => row.Gap),
            Gap("n", row => row.N),
            .. Trend<GapIndicator>(),
            Gap("sdc", row => row.Sdc),
            Column<GapIndicator>.Json("inflexions", row => Narrowings(row.Inflexions)),
            Gap("method", row => row.Method),
            Gap("inputs", row => row.Inputs),
        ]);

    public static string Narrowings(IReadOnlyList<GapNarrowing> inflexions) => JsonSerializer.Serialize(inflexions, JsonSerializerOptions.Web);

    public static IReadOnlyList<GapNarrowing> Narrowings(string inflexions) => JsonSerializer.Deserialize<List<GapNarrowing>>(inflexions, JsonSerializerOptions.Web)!;

    // The columns that every indicator with a trend has, in both tables by the same names.
    private static Column<TRow>[] Trend<TRow>()
        where TRow : TrendIndicator =>
        [
            Column<TRow>.Of("slope_per30_days", row => row.SlopePer30Days),
            Column<TRow>.Of("slope_low", row => row.SlopeLow),
            Column<TRow>.Of("slope_high", row => row.SlopeHigh),
            Column<TRow>.Of("s", row => row.S),
            Column<TRow>.Of("tau_b", row => row.TauB),
            Column<TRow>.Of("p", row => row.P),
            Column<TRow>.Of("p_method", row => row.PMethod is { } method ? Words.Of(method) : null),
            Column<TRow>.Of("autocorrelation", row => row.Autocorrelation),
        ];

    private static Column<ThemeIndicator> Of<T>(string name, Func<ThemeIndicator, T> value) => Column<ThemeIndicator>.Of(name, value);

    private static Column<GapIndicator> Gap<T>(string name, Func<GapIndicator, T> value) => Column<GapIndicator>.Of(name, value);
}
