using Barometre.Domain.Victim;

namespace Barometre.Application.Offender;

internal static class ByConstant
{
    public static string Code() => Secret.Code;
}
