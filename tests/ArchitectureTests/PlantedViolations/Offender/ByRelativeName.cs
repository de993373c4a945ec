namespace Barometre.Application.Offender;

internal static class ByRelativeName
{
    public static string Code() => Domain.Victim.Secret.Code;
}
