using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Barometre.Application.Shared;

namespace Barometre.Infrastructure.Shared.Secrets;

/// <summary>Sealed words are: format 1, nonce (12 bytes), tag (16), cipher text.</summary>
internal sealed class RecordKey(Guid serviceUserId, byte[] key) : IRecordKey
{
    private const byte Format = 1;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int Overhead = 1 + NonceSize + TagSize;

    // A record's few columns, asked for again and again.
    private readonly ConcurrentDictionary<string, byte[]> _bounds = new(StringComparer.Ordinal);

    // A cipher is one thread's at a time, and making one costs more than opening a sentence with it: whoever needs it takes it and puts it back.
    private AesGcm? _spare;

    public byte[] Seal(string column, string words) => SealBytes(column, Encoding.UTF8.GetBytes(words));

    public string Open(string column, byte[] sealedWords) => Encoding.UTF8.GetString(OpenBytes(column, sealedWords));

    public byte[] SealBytes(string column, byte[] bytes)
    {
        var sealedWords = new byte[Overhead + bytes.Length];
        sealedWords[0] = Format;
        var nonce = sealedWords.AsSpan(1, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        var aes = Take();
        aes.Encrypt(nonce, bytes, sealedWords.AsSpan(Overhead), sealedWords.AsSpan(1 + NonceSize, TagSize), BoundTo(column));
        PutBack(aes);
        return sealedWords;
    }

    public byte[] OpenBytes(string column, byte[] sealedBytes)
    {
        if (sealedBytes.Length < Overhead || sealedBytes[0] != Format)
        {
            throw new CryptographicException("Sealed words of an unknown format.");
        }

        var plain = new byte[sealedBytes.Length - Overhead];
        var aes = Take();
        aes.Decrypt(sealedBytes.AsSpan(1, NonceSize), sealedBytes.AsSpan(Overhead), sealedBytes.AsSpan(1 + NonceSize, TagSize), plain, BoundTo(column));
        PutBack(aes);
        return plain;
    }

    private AesGcm Take() => Interlocked.Exchange(ref _spare, null) ?? new AesGcm(key, TagSize);

    // Two at once: one stays, the other is given up.
    private void PutBack(AesGcm aes) => Interlocked.Exchange(ref _spare, aes)?.Dispose();

    private byte[] BoundTo(string column) => _bounds.GetOrAdd(column, named => [.. serviceUserId.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(named)]);
}
