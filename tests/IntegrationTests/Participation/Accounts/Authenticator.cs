using Barometre.Domain.Participation.Accounts;

namespace Barometre.IntegrationTests.Participation.Accounts;

/// <summary>An authenticator app: it knows the secret and the time, and never shows a code twice.</summary>
internal sealed class Authenticator(string secret)
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private readonly byte[] _key = Read(secret);
    private long _last;

    public string Code()
    {
        // The server takes a code one step early; a test may need two codes within thirty seconds, never more.
        var step = Math.Max(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / AuthenticatorCode.StepSeconds, _last + 1);
        _last = step;
        return AuthenticatorCode.At(_key, step);
    }

    public string SameCodeAgain() => AuthenticatorCode.At(_key, _last);

    private static byte[] Read(string secret)
    {
        var bits = string.Concat(secret.Select(character => Convert.ToString(Base32.IndexOf(character, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Select(eight => Convert.ToByte(new string(eight), 2))];
    }
}
