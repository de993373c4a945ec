using System.Buffers.Binary;
using System.Buffers.Text;
using System.Runtime.InteropServices;

namespace Barometre.Application.Shared;

/// <summary>A page of a list, and the cursor that asks for the next one.</summary>
/// <param name="Items">In the list's own order.</param>
/// <param name="Next">Opaque; null on the last page.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Where a page ends in a list of newest first: its last row's time and id. Opaque to clients.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Place(DateTimeOffset At, Guid Id)
{
    private const int Size = 24;

    private static readonly Place BeforeAll = new(DateTimeOffset.MaxValue, Guid.AllBitsSet);

    /// <summary>The place a cursor names; before all rows when there is none.</summary>
    public static Place Of(string? cursor) => cursor is null ? BeforeAll : Read(cursor) ?? BeforeAll;

    public static bool IsCursor(string? cursor) => cursor is null || Read(cursor) is not null;

    /// <summary>Makes a page of rows read one too many.</summary>
    public static Page<T> Page<T>(List<T> rows, int limit, Func<T, Place> place) =>
        rows.Count <= limit ? new Page<T>(rows, null) : new Page<T>(rows[..limit], place(rows[limit - 1]).Cursor());

    private string Cursor()
    {
        Span<byte> bytes = stackalloc byte[Size];
        BinaryPrimitives.WriteInt64BigEndian(bytes, At.UtcTicks);
        Id.TryWriteBytes(bytes[8..], bigEndian: true, out _);
        return Base64Url.EncodeToString(bytes);
    }

    private static Place? Read(string cursor)
    {
        Span<byte> bytes = stackalloc byte[Size];
        // What is no Base64 would throw in decoding.
        if (!Base64Url.IsValid(cursor, out var size) || size != Size || !Base64Url.TryDecodeFromChars(cursor, bytes, out _))
        {
            return null;
        }

        var ticks = BinaryPrimitives.ReadInt64BigEndian(bytes);
        return ticks < 0 || ticks > DateTimeOffset.MaxValue.UtcTicks ? null : new Place(new DateTimeOffset(ticks, TimeSpan.Zero), new Guid(bytes[8..], bigEndian: true));
    }
}
