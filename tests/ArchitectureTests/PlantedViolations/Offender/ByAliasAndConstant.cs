using Hidden = Barometre.Domain.Victim.Secret;

namespace Barometre.Application.Offender;

internal static class ByAliasAndConstant
{
    public static string Code() => Hidden.Code;
}
