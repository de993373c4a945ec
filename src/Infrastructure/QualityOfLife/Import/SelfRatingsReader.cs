using System.Globalization;
using System.Runtime.CompilerServices;
using Barometre.Application.QualityOfLife.Import;
using CsvHelper;

namespace Barometre.Infrastructure.QualityOfLife.Import;

/// <summary>Reads a CSV of self-ratings line by line, in constant memory; a bad line becomes a fault with its reason and reading goes on.</summary>
public sealed class SelfRatingsReader
{
    private const string Missing = "NA";

    private static readonly CsvReaderOptions Options = new()
    {
        Separator = ',',
        TrackLineNumbers = true,
        // One bad quote spoils its line, not the rest of the file.
        AllowLineBreaksInQuotes = false,
        FieldCountMismatch = CsvFieldCountHandling.Allow,
        // Two million characters is far beyond any line of ratings.
        MaxRecordSize = 2_000_000,
    };

    private readonly SelfRatingsMapping _mapping;
    private readonly string _dateColumn;
    private readonly string _dateFormat;
    private readonly string[] _timeColumns;
    private readonly TimeZoneInfo _zone;

    /// <exception cref="FormatException">The mapping's timestamp cannot be understood.</exception>
    public SelfRatingsReader(SelfRatingsMapping mapping)
    {
        _mapping = mapping;
        var (open, close) = (mapping.Timestamp.Date.IndexOf('(', StringComparison.Ordinal), mapping.Timestamp.Date.IndexOf(')', StringComparison.Ordinal));
        if (open < 1 || close < open)
        {
            throw new FormatException("The mapping's date must be a column and its format, such as 'date (dd/mm/yy)'.");
        }

        _dateColumn = mapping.Timestamp.Date[..open].Trim();
        // Months are written mm in mappings; .NET reads that as minutes.
        _dateFormat = mapping.Timestamp.Date[(open + 1)..close].Replace("mm", "MM", StringComparison.Ordinal);
        _timeColumns = [.. mapping.Timestamp.Time.Split(", else ").Select(column => column.Trim())];
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(mapping.Timestamp.Timezone, out var zone))
        {
            throw new FormatException($"The mapping's time zone '{mapping.Timestamp.Timezone}' is not known.");
        }

        _zone = zone;
    }

    /// <exception cref="FormatException">The file has no header, or lacks a column that the mapping names.</exception>
    public async IAsyncEnumerable<SelfRatingsLine> ReadAsync(TextReader file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var csv = CsvReader.Create(file, Options, leaveOpen: true);
        await csv.ReadHeaderAsync(cancellationToken);
        var missing = _mapping.Columns.Select(column => column.Column).Append(_dateColumn).Concat(_timeColumns).Where(column => !csv.Headers.Contains(column)).ToList();
        if (missing.Count > 0)
        {
            throw new FormatException($"The file lacks the column(s) {string.Join(", ", missing)}.");
        }

        while (await csv.ReadAsync(cancellationToken))
        {
            yield return Line(csv);
        }
    }

    private SelfRatingsLine Line(CsvReader csv)
    {
        var number = (int)csv.LineNumber;
        if (csv.FieldCount != csv.Headers.Count)
        {
            return Fault(number, $"{csv.FieldCount} fields where the header has {csv.Headers.Count}");
        }

        if (Moment(csv, out var at) is { } fault)
        {
            return Fault(number, fault);
        }

        List<ThemeRating> ratings = [];
        foreach (var column in _mapping.Columns)
        {
            var text = csv.GetString(column.Column);
            if (text is Missing or "")
            {
                continue;
            }

            if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            {
                return Fault(number, $"{column.Column} is not a number");
            }

            if (column.Rating(value) is not { } rating)
            {
                return Fault(number, string.Create(CultureInfo.InvariantCulture, $"{column.Column} is outside {column.Low} to {column.High}"));
            }

            ratings.Add(new ThemeRating(column.Theme, rating));
        }

        return new SelfRatingsLine(number, at, ratings, null);
    }

    private string? Moment(CsvReader csv, out DateTimeOffset at)
    {
        at = default;
        if (!DateOnly.TryParseExact(csv.GetString(_dateColumn), _dateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return $"{_dateColumn} is not a date of the form {_dateFormat}";
        }

        var text = _timeColumns.Select(csv.GetString).FirstOrDefault(value => value is not ("" or Missing));
        if (!TimeOnly.TryParseExact(text, ["HH:mm:ss", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return $"{string.Join(", ", _timeColumns)}: no time of the form 08:58:56";
        }

        var local = date.ToDateTime(time);
        if (_zone.IsInvalidTime(local))
        {
            return $"{local:yyyy-MM-dd HH:mm} does not exist in {_mapping.Timestamp.Timezone} (clocks went forward)";
        }

        at = new DateTimeOffset(local, _zone.GetUtcOffset(local)).ToUniversalTime();
        return null;
    }

    private static SelfRatingsLine Fault(int number, string reason) => new(number, default, [], reason);
}
