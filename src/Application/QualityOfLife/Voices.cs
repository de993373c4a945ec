using Barometre.Application.Shared;
using Barometre.Domain.QualityOfLife;

namespace Barometre.Application.QualityOfLife;

/// <summary>In whose name a caller may note something.</summary>
internal static class Voices
{
    /// <exception cref="Forbidden">The assessment tells somebody else's view, or was begun together with the person, at whose side the caller is no longer.</exception>
    public static void RequireVoiceIn(this Caller caller, Assessment assessment)
    {
        caller.RequireSide(assessment.Setting);
        if (!assessment.IsOpenTo(caller.Grant!.Perspective, caller.Author()))
        {
            throw new Forbidden(SharedErrors.NotYourView);
        }
    }
}
