using Barometre.Application.QualityOfLife.BlindMode;
using Barometre.Application.QualityOfLife.Instruments;
using Barometre.Application.Shared;
using Barometre.Domain.QualityOfLife;
using Barometre.Domain.Shared;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.QualityOfLife.Readings;

/// <summary>What was last said about each theme, every voice beside the others, never averaged.</summary>
public sealed record GetPictureQuery(Guid ServiceUserId) : IQuery<Picture>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.QualityOfLife, AccessLevel.Read);
}

/// <summary>The present picture.</summary>
/// <param name="InstrumentStatus"><c>provisional</c> until people who use services have read the wording.</param>
/// <param name="Themes">The themes that anybody answered, in the order of their codes.</param>
public sealed record Picture(string InstrumentStatus, Wording Notice, IReadOnlyList<PictureTheme> Themes);

/// <summary>One theme in the picture.</summary>
public sealed record PictureTheme(string Theme, IReadOnlyList<Voice> Voices);

/// <summary>What one perspective last said.</summary>
/// <param name="Rating">Points, when it is a rating.</param>
/// <param name="At">When it was said.</param>
public sealed record Voice(Perspective Perspective, AnswerKind Kind, short? Rating, DateTimeOffset At, Guid AssessmentId, Setting Setting);

internal sealed class GetPictureHandler(IRatingReadings readings, IInstruments instruments, Caller caller) : IRequestHandler<GetPictureQuery, Picture>
{
    public async Task<Picture> Handle(GetPictureQuery query, CancellationToken cancellationToken)
    {
        var latest = await readings.LatestAsync(query.ServiceUserId, RatingReader.Of(caller), cancellationToken);
        var instrument = await instruments.FindAsync(null, cancellationToken) ?? throw new NotFound();
        return new Picture(
            instrument.Status,
            instrument.Notice,
            [.. latest.GroupBy(answer => answer.Theme).Select(theme => new PictureTheme(theme.Key, [.. theme.Select(VoiceOf).OrderBy(voice => voice.Perspective)]))]);
    }

    private static Voice VoiceOf(LatestAnswer answer) => new(answer.Perspective, answer.Kind, answer.Rating, answer.At, answer.AssessmentId, answer.Setting);
}
