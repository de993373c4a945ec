using System.Buffers.Binary;

namespace Barometre.Infrastructure.AccomplishmentPlan.Prints.Pdf;

/// <summary>A TrueType font, read as far as drawing with it needs: which glyph stands for a character, how wide it is, its outlines.</summary>
/// <remarks>Source: the OpenType specification (tables head, hhea, maxp, hmtx, cmap formats 4 and 12, loca, glyf). Only fonts that ship with the program are read.</remarks>
internal sealed class FontFile
{
    private readonly byte[] _bytes;
    private readonly Dictionary<string, (int Offset, int Length)> _tables = [];
    private readonly Dictionary<int, ushort> _glyphs = [];
    private readonly ushort _widths;

    public FontFile(string name, byte[] bytes)
    {
        (Name, _bytes) = (name, bytes);
        for (var i = 0; i < U16(4); i++)
        {
            var entry = 12 + (16 * i);
            _tables[System.Text.Encoding.ASCII.GetString(bytes, entry, 4)] = ((int)U32(entry + 8), (int)U32(entry + 12));
        }

        var head = _tables["head"].Offset;
        UnitsPerEm = U16(head + 18);
        Box = [.. Enumerable.Range(0, 4).Select(i => PerThousand(I16(head + 36 + (2 * i))))];
        LongOffsets = I16(head + 50) == 1;
        var metrics = _tables["hhea"].Offset;
        (Ascent, Descent, _widths) = (PerThousand(I16(metrics + 4)), PerThousand(I16(metrics + 6)), U16(metrics + 34));
        Glyphs = U16(_tables["maxp"].Offset + 4);
        ReadCharacters();
    }

    public string Name { get; }

    public int UnitsPerEm { get; }

    public int Glyphs { get; }

    public int Ascent { get; }

    public int Descent { get; }

    /// <summary>What all glyphs fit into, in thousandths of the size.</summary>
    public IReadOnlyList<int> Box { get; }

    private bool LongOffsets { get; }

    /// <summary>The glyph of a character; 0 when the font has none.</summary>
    public ushort GlyphOf(int character) => _glyphs.GetValueOrDefault(character);

    /// <summary>In thousandths of the size.</summary>
    public int WidthOf(ushort glyph) => PerThousand(U16(_tables["hmtx"].Offset + (4 * Math.Min(glyph, _widths - 1))));

    /// <summary>A table as it stands; empty when the font has none.</summary>
    public ReadOnlySpan<byte> Table(string name) => _tables.TryGetValue(name, out var table) ? _bytes.AsSpan(table.Offset, table.Length) : [];

    /// <summary>The outline of a glyph; empty for one that draws nothing.</summary>
    public ReadOnlySpan<byte> Outline(ushort glyph)
    {
        var (start, end) = (Place(glyph), Place(glyph + 1));
        return _bytes.AsSpan(_tables["glyf"].Offset + start, end - start);
    }

    private int Place(int glyph)
    {
        var loca = _tables["loca"].Offset;
        return LongOffsets ? (int)U32(loca + (4 * glyph)) : 2 * U16(loca + (2 * glyph));
    }

    private void ReadCharacters()
    {
        var cmap = _tables["cmap"].Offset;
        var all = Enumerable.Range(0, U16(cmap + 2)).Select(i => cmap + (int)U32(cmap + 8 + (8 * i))).Distinct().ToList();
        foreach (var table in all.Where(table => U16(table) == 4))
        {
            ReadSegments(table);
        }

        foreach (var table in all.Where(table => U16(table) == 12))
        {
            for (var group = table + 16; group < table + 16 + (12 * (int)U32(table + 12)); group += 12)
            {
                for (var character = U32(group); character <= U32(group + 4); character++)
                {
                    _glyphs.TryAdd((int)character, (ushort)(U32(group + 8) + character - U32(group)));
                }
            }
        }
    }

    private void ReadSegments(int table)
    {
        var count = U16(table + 6) / 2;
        for (var i = 0; i < count; i++)
        {
            var (end, start) = (U16(table + 14 + (2 * i)), U16(table + 16 + (2 * count) + (2 * i)));
            var delta = U16(table + 16 + (4 * count) + (2 * i));
            var rangeAt = table + 16 + (6 * count) + (2 * i);
            var range = U16(rangeAt);
            for (int character = start; character <= end && character < 0xFFFF; character++)
            {
                var glyph = range == 0 ? (ushort)(character + delta) : U16(rangeAt + range + (2 * (character - start)));
                if (glyph != 0)
                {
                    _glyphs.TryAdd(character, range == 0 ? glyph : (ushort)(glyph + delta));
                }
            }
        }
    }

    private int PerThousand(int units) => (int)Math.Round(units * 1000.0 / UnitsPerEm);

    private ushort U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(_bytes.AsSpan(at));

    private short I16(int at) => BinaryPrimitives.ReadInt16BigEndian(_bytes.AsSpan(at));

    private uint U32(int at) => BinaryPrimitives.ReadUInt32BigEndian(_bytes.AsSpan(at));
}
