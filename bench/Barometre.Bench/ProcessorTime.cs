using System.Globalization;

namespace Barometre.Bench;

/// <summary>Processor time that processes of this machine have used, from Linux's own books.</summary>
internal static class ProcessorTime
{
    private const double TicksPerSecond = 100;

    /// <summary>Of one process, in seconds.</summary>
    public static double Of(int process) => Read(process) is { } fields ? (fields[11] + fields[12]) / TicksPerSecond : 0;

    /// <summary>The first process of the PostgreSQL server that a backend belongs to: it outlives its backends.</summary>
    public static int Postmaster(int backend) => (int)(Read(backend) ?? throw new InvalidOperationException("There is no such process."))[1];

    /// <summary>Of a PostgreSQL server, all its processes and those that ended, in seconds.</summary>
    public static double OfServer(int postmaster)
    {
        var own = Read(postmaster)!;
        var children = Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, out _))
            .Select(name => Read(int.Parse(name!, CultureInfo.InvariantCulture))).Where(fields => fields is not null && fields[1] == postmaster).Sum(fields => fields![11] + fields[12]);
        // What its children used that have ended is in its own books.
        return (own[11] + own[12] + own[13] + own[14] + children) / TicksPerSecond;
    }

    // From the third field on; the second, the name, may hold spaces. Null once the process is gone.
    private static double[]? Read(int process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            return [.. text[(text.LastIndexOf(')') + 2)..].Split(' ').Select(field => double.TryParse(field, CultureInfo.InvariantCulture, out var number) ? number : 0)];
        }
        catch (IOException)
        {
            return null;
        }
    }
}
