using Barometre.Application.QualityOfLife.Contracts;
using Barometre.Application.Shared;
using Barometre.Domain.Shared;

namespace Barometre.Application.QualityOfLife.BlindMode;

/// <summary>For whom ratings are read: what blind mode hides depends on it.</summary>
/// <param name="SeesAll">The installation itself, which computes and shows nobody.</param>
/// <param name="Voice">The voice that the reader is of; null when of neither: a relative, another system, whoever a print is shown to.</param>
/// <param name="AuthorId">Whoever wrote an answer may read it, whosever view it tells; null for nobody in particular.</param>
public sealed record RatingReader(bool SeesAll, Perspective? Voice, Guid? AuthorId)
{
    private static readonly RatingReader Installation = new(true, null, null);
    private static readonly RatingReader Person = new(false, Perspective.ServiceUser, null);
    private static readonly RatingReader Anybody = new(false, null, null);

    public static RatingReader Of(Caller caller, RatingsFor whom = RatingsFor.Caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return whom switch
        {
            RatingsFor.Person => Person,
            RatingsFor.Anybody => Anybody,
            _ when caller.IsSystem => Installation,
            _ => new RatingReader(false, VoiceOf(caller.Grant), caller.AccountId ?? caller.KeyId),
        };
    }

    private static Perspective? VoiceOf(Grant? grant) => grant?.As switch
    {
        Role.ServiceUser => Perspective.ServiceUser,
        Role.Practitioner => Perspective.Practitioner,
        _ => null,
    };
}
