using Barometre.Application.QualityOfLife.Assessments;
using Barometre.Application.QualityOfLife.Instruments;
using Barometre.Application.Shared;
using Barometre.Domain.QualityOfLife;
using Barometre.Domain.Shared;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.QualityOfLife.Import;

/// <summary>Loads a person's repeated self-ratings, each line as one completed assessment; all of them, or none when a line is bad and bad lines are not skipped.</summary>
/// <remarks>Ids follow from the person and the line's moment, so that the same file loaded again adds nothing.</remarks>
/// <param name="Instrument"><c>name@version</c>.</param>
public sealed record ImportSelfRatingsCommand(Guid ServiceUserId, string Instrument, IAsyncEnumerable<SelfRatingsLine> Lines, bool SkipBad, IProgress<int>? Progress)
    : ICommand<ImportReport>, IReadOnce
{
    public Needed Access => Needed.SystemFor(ServiceUserId, Tab.QualityOfLife);
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

internal sealed class ImportSelfRatingsHandler(IAssessmentWriter writer, IInstruments instruments, TimeProvider time) : IRequestHandler<ImportSelfRatingsCommand, ImportReport>
{
    // About 8,000 ratings a statement: large enough to be quick, small enough to keep memory flat.
    private const int LinesAtOnce = 500;

    /// <exception cref="FormatException">The file speaks of an instrument, or of a theme, that there is not: whoever wrote the mapping mistook it.</exception>
    public async Task<ImportReport> Handle(ImportSelfRatingsCommand command, CancellationToken cancellationToken)
    {
        var import = new UnderWay(writer, await InstrumentAsync(command.Instrument, cancellationToken), command, time);
        await foreach (var line in command.Lines.WithCancellation(cancellationToken))
        {
            await import.TakeAsync(line, cancellationToken);
        }

        await import.LoadAsync(cancellationToken);
        if (import.Faults.Count > 0 && !command.SkipBad)
        {
            throw new ImportRefused(import.Faults);
        }

        return new ImportReport(import.Assessments, import.Ratings, import.Read - import.Ratings, import.Faults);
    }

    private async Task<Instrument> InstrumentAsync(string named, CancellationToken cancellationToken) =>
        named.Split('@') is [var code, var version] && await instruments.FindAsync(version, cancellationToken) is { } found && found.Code == code
            ? found
            : throw new FormatException($"There is no instrument '{named}'.");

    /// <summary>An import while its lines come in.</summary>
    private sealed class UnderWay(IAssessmentWriter writer, Instrument instrument, ImportSelfRatingsCommand command, TimeProvider time)
    {
        private readonly List<Assessment> _waiting = new(LinesAtOnce);
        private readonly HashSet<string> _themes = [.. instrument.Spheres.SelectMany(sphere => sphere.Themes).Select(theme => theme.Code)];
        private int _lines;

        public List<(int Line, string Reason)> Faults { get; } = [];

        public int Assessments { get; private set; }

        public int Ratings { get; private set; }

        public int Read { get; private set; }

        public async Task TakeAsync(SelfRatingsLine line, CancellationToken cancellationToken)
        {
            _lines++;
            if (line.Fault is not null)
            {
                Faults.Add((line.Number, line.Fault));
                return;
            }

            if (line.Ratings.FirstOrDefault(rating => !_themes.Contains(rating.Theme)) is { } unknown)
            {
                throw new FormatException($"'{unknown.Theme}' is no theme of {command.Instrument}.");
            }

            _waiting.Add(ImportedAssessment.Of(command, line, time.GetUtcNow()));
            Read += line.Ratings.Count;
            if (_waiting.Count == LinesAtOnce)
            {
                await LoadAsync(cancellationToken);
            }
        }

        public async Task LoadAsync(CancellationToken cancellationToken)
        {
            // Once a bad line has doomed the import, the rest is only read, to report every bad line.
            if (_waiting.Count > 0 && (Faults.Count == 0 || command.SkipBad))
            {
                var added = await writer.AddAsync(command.ServiceUserId, _waiting, cancellationToken);
                (Assessments, Ratings) = (Assessments + added.Assessments, Ratings + added.Answers);
            }

            _waiting.Clear();
            command.Progress?.Report(_lines);
        }
    }
}
