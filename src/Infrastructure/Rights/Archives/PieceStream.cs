using System.Security.Cryptography;
using Barometre.Domain.Rights.Archives;

namespace Barometre.Infrastructure.Rights.Archives;

/// <summary>Takes the bytes of a ZIP as they are made and hands them on in pieces; what waits is a piece and what was written since it was last drained.</summary>
internal sealed class PieceStream(Func<int, byte[], Task> keep) : Stream
{
    private readonly MemoryStream _waiting = new();
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private int _pieces;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public long Written { get; private set; }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        _hash.AppendData(buffer);
        _waiting.Write(buffer);
        Written += buffer.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>Hands on the pieces that are whole; at the end also the last.</summary>
    public async Task DrainAsync(bool last)
    {
        var at = 0;
        while (_waiting.Length - at >= ArchivePiece.Size || (last && at < _waiting.Length))
        {
            var piece = _waiting.GetBuffer().AsSpan(at, (int)Math.Min(ArchivePiece.Size, _waiting.Length - at)).ToArray();
            at += piece.Length;
            await keep(_pieces++, piece);
        }

        if (at > 0)
        {
            var rest = _waiting.GetBuffer().AsSpan(at, (int)_waiting.Length - at).ToArray();
            _waiting.SetLength(0);
            _waiting.Write(rest);
        }
    }

    public string Checksum() => Convert.ToHexStringLower(_hash.GetCurrentHash());

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hash.Dispose();
            _waiting.Dispose();
        }

        base.Dispose(disposing);
    }
}
