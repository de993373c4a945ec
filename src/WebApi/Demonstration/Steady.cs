using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Barometre.WebApi.Demonstration;

/// <summary>Chance and ids that are the same whenever and wherever the demonstration is loaded, so that a load begun twice is one.</summary>
internal static class Steady
{
    /// <summary>A number from −1 to 1 that follows from a name.</summary>
    public static double Noise(string name) => (BinaryPrimitives.ReadUInt32BigEndian(Hash(name)) / (double)uint.MaxValue * 2) - 1;

    /// <summary>An id laid out like any other made at that moment (version 7), its chance part following from a name.</summary>
    public static Guid Id(DateTimeOffset at, string name)
    {
        var id = Hash(name)[..16];
        Span<byte> moment = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(moment, at.ToUnixTimeMilliseconds());
        moment[2..].CopyTo(id);
        id[6] = (byte)((id[6] & 0x0F) | 0x70);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new Guid(id, bigEndian: true);
    }

    private static byte[] Hash(string name) => SHA256.HashData(Encoding.UTF8.GetBytes($"demonstration/{name}"));
}
