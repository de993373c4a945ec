using System.Diagnostics;
using System.Text;
using Npgsql;

namespace Barometre.IntegrationTests.Rights;

/// <summary>Looks for words in what an operator's backup takes.</summary>
internal static class Dumps
{
    /// <summary>The lines of a <c>pg_dump</c> of the whole database in which <paramref name="sought"/> stands, as it is or as bytes.</summary>
    public static async Task<IReadOnlyList<string>> FindInDumpAsync(this Installation installation, string sought)
    {
        var hexadecimal = Convert.ToHexStringLower(Encoding.UTF8.GetBytes(sought));
        var lines = await installation.DumpAsync();
        Assert.Contains(lines, line => line.StartsWith("COPY rights.certificate", StringComparison.Ordinal));
        return [.. lines.Where(line => line.Contains(sought, StringComparison.OrdinalIgnoreCase) || line.Contains(hexadecimal, StringComparison.OrdinalIgnoreCase))];
    }

    private static async Task<string[]> DumpAsync(this Installation installation)
    {
        var server = new NpgsqlConnectionStringBuilder(ScratchDatabase.Server);
        // Beside the server that runs, whose versions fit.
        var started = await File.ReadAllTextAsync(Path.Combine(await installation.ServerFolderAsync(), "postmaster.opts"));
        var start = new ProcessStartInfo(Path.Combine(Path.GetDirectoryName(started.Split(' ')[0])!, "pg_dump")) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        (start.Environment["PGHOST"], start.Environment["PGPORT"], start.Environment["PGUSER"], start.Environment["PGPASSWORD"]) = (server.Host, $"{server.Port}", server.Username, server.Password);
        start.ArgumentList.Add(new NpgsqlConnectionStringBuilder(installation.OwnerString).Database!);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var dump = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await errors);
        return dump.Split('\n');
    }

    /// <summary>Where the server keeps its files; whoever runs the tests may read them: root, or the user that runs the server.</summary>
    public static async Task<string> ServerFolderAsync(this Installation installation)
    {
        await using var command = installation.Owner.CreateCommand("SELECT current_setting('data_directory')");
        var folder = (string)(await command.ExecuteScalarAsync())!;
        Assert.True(Directory.Exists(folder), "The files of the database's server are not on this machine: run build/test, which starts one of its own.");
        return folder;
    }
}
