using Barometre.Application.Shared;
using Barometre.Domain.QualityOfLife;
using Barometre.Domain.Shared;

namespace Barometre.Application.QualityOfLife;

/// <summary>In whose name a caller may note something.</summary>
internal static class Voices
{
    /// <summary>The account, or the integrator's key, that notes.</summary>
    public static Guid Author(this Caller caller) => caller.AccountId ?? caller.KeyId ?? throw new NotSignedIn();

    /// <summary>The perspective to note in: the caller's own, or the person's when both are at one screen.</summary>
    /// <exception cref="Forbidden">Another view was asked for.</exception>
    public static Perspective VoiceIn(this Caller caller, Setting setting, Perspective? asked)
    {
        var own = caller.Grant!.Perspective;
        return asked is null || asked == own ? own
            : asked == Perspective.ServiceUser && setting == Setting.Joint ? Perspective.ServiceUser
            : throw new Forbidden(QualityOfLifeErrors.NotYourView);
    }

    /// <exception cref="Forbidden">The assessment tells somebody else's view.</exception>
    public static void RequireVoiceIn(this Caller caller, Assessment assessment)
    {
        if (!assessment.IsOpenTo(caller.Grant!.Perspective, caller.Author()))
        {
            throw new Forbidden(QualityOfLifeErrors.NotYourView);
        }
    }
}
