using Barometre.Application.Shared;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.QualityOfLife.Import;

/// <summary>Loads a person's repeated self-ratings, each line as one completed assessment; all of them, or none when a line is bad and bad lines are not skipped.</summary>
/// <remarks>Ids follow from the person and the line's moment, so that the same file loaded again adds nothing.</remarks>
/// <param name="Instrument"><c>name@version</c>.</param>
public sealed record ImportSelfRatingsCommand(Guid ServiceUserId, string Instrument, IAsyncEnumerable<SelfRatingsLine> Lines, bool SkipBad, IProgress<int>? Progress)
    : ICommand<ImportReport>
{
    public Needed Access => Needed.SystemFor(ServiceUserId);
}

/// <summary>What an import did.</summary>
/// <param name="Assessments">Assessments added.</param>
/// <param name="Ratings">Ratings added.</param>
/// <param name="AlreadyThere">Ratings that an earlier import had added.</param>
/// <param name="Faults">Bad lines, by number, each with its reason.</param>
public sealed record ImportReport(int Assessments, int Ratings, int AlreadyThere, IReadOnlyList<(int Line, string Reason)> Faults);

/// <summary>A file holds bad lines and nothing of it was loaded.</summary>
public sealed class ImportRefused(IReadOnlyList<(int Line, string Reason)> faults) : Exception
{
    public IReadOnlyList<(int Line, string Reason)> Faults { get; } = faults;
}

/// <summary>Writes many assessments of one person with few statements.</summary>
public interface IAnswerLoader
{
    /// <summary>Adds what is not there yet; returns the number of assessments and of ratings added.</summary>
    Task<(int Assessments, int Ratings)> LoadAsync(Guid serviceUserId, string instrument, IReadOnlyList<SelfRatingsLine> lines, CancellationToken cancellationToken);

    /// <summary>Tells, in the same transaction, that these themes' series changed.</summary>
    Task AnnounceAsync(Guid serviceUserId, IReadOnlyCollection<string> themes, CancellationToken cancellationToken);
}

internal sealed class ImportSelfRatingsHandler(IAnswerLoader loader) : IRequestHandler<ImportSelfRatingsCommand, ImportReport>
{
    // About 8,000 ratings a statement: large enough to be quick, small enough to keep memory flat.
    private const int LinesAtOnce = 500;

    public async Task<ImportReport> Handle(ImportSelfRatingsCommand command, CancellationToken cancellationToken)
    {
        List<SelfRatingsLine> waiting = new(LinesAtOnce);
        List<(int, string)> faults = [];
        HashSet<string> themes = [];
        var (assessments, ratings, read, lines) = (0, 0, 0, 0);
        await foreach (var line in command.Lines.WithCancellation(cancellationToken))
        {
            lines++;
            if (line.Fault is not null)
            {
                faults.Add((line.Number, line.Fault));
                continue;
            }

            waiting.Add(line);
            read += line.Ratings.Count;
            themes.UnionWith(line.Ratings.Select(rating => rating.Theme));
            if (waiting.Count == LinesAtOnce)
            {
                await LoadAsync();
            }
        }

        await LoadAsync();
        if (faults.Count > 0 && !command.SkipBad)
        {
            throw new ImportRefused(faults);
        }

        if (ratings > 0)
        {
            await loader.AnnounceAsync(command.ServiceUserId, themes, cancellationToken);
        }

        return new ImportReport(assessments, ratings, read - ratings, faults);

        async Task LoadAsync()
        {
            // Once a bad line has doomed the import, the rest is only read, to report every bad line.
            if (waiting.Count > 0 && (faults.Count == 0 || command.SkipBad))
            {
                var added = await loader.LoadAsync(command.ServiceUserId, command.Instrument, waiting, cancellationToken);
                (assessments, ratings) = (assessments + added.Assessments, ratings + added.Ratings);
            }

            waiting.Clear();
            command.Progress?.Report(lines);
        }
    }
}
