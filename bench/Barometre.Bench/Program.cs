using System.Globalization;
using Barometre.Bench;
using Barometre.IntegrationTests;

// Every figure of bench/RESULTS.md comes out of one run of this program: bench [names…] measures all, or those named.
var all = new (string Name, Func<Installation, Task<IReadOnlyList<Pairs.Result>>> Run)[]
{
    ("series", async installation => [await SeriesBench.RunAsync(installation)]),
    ("overview", async installation => [await OverviewBench.RunAsync(installation)]),
    ("assessment", async installation => [await AssessmentBench.RunAsync(installation)]),
    ("change", ChangeBench.RunAsync),
    ("import", async installation => [await ImportBench.RunAsync(installation)]),
    ("network", NetworkBench.RunAsync),
    ("access", AccessBench.RunAsync),
    ("archive", ArchiveBench.RunAsync),
    ("day", DayBench.RunAsync),
    ("plan", PlanBench.RunAsync),
};
var chosen = all.Where(bench => args.Length == 0 || args.Contains(bench.Name, StringComparer.Ordinal)).ToList();
if (chosen.Count == 0)
{
    Console.WriteLine($"Known: {string.Join(", ", all.Select(bench => bench.Name))}");
    return 2;
}

List<Pairs.Result> results = [];
foreach (var (name, run) in chosen)
{
    Console.WriteLine(name);
    // A fresh installation each: nothing that one measurement leaves behind weighs on the next. Its jobs rest: they would compute beside what is measured.
    var installation = new QuietInstallation();
    await installation.InitializeAsync();
    results.AddRange(await run(installation));
    await installation.DisposeAsync();
}

Console.WriteLine();
Console.WriteLine("| what | ours (median) | floor (median) | unit | ratio (lowest–highest pair) | A/A control | goal | reached |");
Console.WriteLine("|---|---|---|---|---|---|---|---|");
foreach (var result in results)
{
    Console.WriteLine(result.Row());
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{results.Count(result => result.Reached)} of {results.Count} goals reached."));
return 0;
