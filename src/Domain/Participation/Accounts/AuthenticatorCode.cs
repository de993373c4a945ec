using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Barometre.Domain.Participation.Accounts;

/// <summary>The six digits that an authenticator shows for thirty seconds.</summary>
/// <remarks>TOTP, RFC 6238 with HMAC-SHA-1 as every authenticator has it; its appendix B is in <c>AuthenticatorCodeTests</c>.</remarks>
public static class AuthenticatorCode
{
    /// <summary>Seconds that a code is shown.</summary>
    public const int StepSeconds = 30;

    /// <summary>Random bytes of an authenticator's secret.</summary>
    public const int KeySize = 20;

    /// <summary>The code of a time step (seconds since 1970 ÷ 30), as six digits.</summary>
    public static string At(ReadOnlySpan<byte> key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> mac = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // The standard's own algorithm; HMAC does not rest on the resistance to collisions that SHA-1 lacks.
        HMACSHA1.HashData(key, counter, mac);
#pragma warning restore CA5350
        var offset = mac[^1] & 0x0F;
        var number = BinaryPrimitives.ReadInt32BigEndian(mac[offset..]) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step that a typed code belongs to, one step early or late allowed; null when it is wrong or not newer than <paramref name="lastStep"/>.</summary>
    public static long? StepOf(ReadOnlySpan<byte> key, string typed, DateTimeOffset now, long lastStep)
    {
        var current = now.ToUnixTimeSeconds() / StepSeconds;
        long? found = null;
        for (var step = current - 1; step <= current + 1; step++)
        {
            if (step > lastStep && CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(At(key, step)), System.Text.Encoding.UTF8.GetBytes(typed)))
            {
                found = step;
            }
        }

        return found;
    }
}
