using System.Buffers.Binary;
using System.Text;

namespace Barometre.Infrastructure.AccomplishmentPlan.Prints.Pdf;

/// <summary>The part of a font that a document uses: the same glyph numbers, the outlines of the others left empty.</summary>
internal static class FontSubset
{
    private const int ComponentMoreFollow = 0x20;
    private static readonly string[] Kept = ["head", "hhea", "maxp", "hmtx", "cvt ", "fpgm", "prep"];

    public static byte[] Of(FontFile font, IEnumerable<ushort> glyphs)
    {
        var needed = WithParts(font, glyphs);
        using var outlines = new MemoryStream();
        var places = new byte[4 * (font.Glyphs + 1)];
        for (var glyph = 0; glyph < font.Glyphs; glyph++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(places.AsSpan(4 * glyph), (uint)outlines.Length);
            if (needed.Contains((ushort)glyph))
            {
                outlines.Write(font.Outline((ushort)glyph));
                outlines.Write(new byte[(4 - (int)(outlines.Length % 4)) % 4]);
            }
        }

        BinaryPrimitives.WriteUInt32BigEndian(places.AsSpan(4 * font.Glyphs), (uint)outlines.Length);
        SortedDictionary<string, byte[]> tables = new(StringComparer.Ordinal) { ["glyf"] = outlines.ToArray(), ["loca"] = places };
        foreach (var name in Kept.Where(name => font.Table(name).Length > 0))
        {
            tables[name] = font.Table(name).ToArray();
        }

        // Places are written long, whatever they were.
        BinaryPrimitives.WriteInt16BigEndian(tables["head"].AsSpan(50), 1);
        return File(tables);
    }

    /// <summary>A letter with an accent may be made of a letter and an accent.</summary>
    private static HashSet<ushort> WithParts(FontFile font, IEnumerable<ushort> glyphs)
    {
        HashSet<ushort> needed = [];
        var waiting = new Stack<ushort>([0, .. glyphs]);
        while (waiting.TryPop(out var glyph))
        {
            if (!needed.Add(glyph))
            {
                continue;
            }

            var outline = font.Outline(glyph);
            if (outline.Length < 10 || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0)
            {
                continue;
            }

            for (var at = 10; ;)
            {
                var flags = BinaryPrimitives.ReadUInt16BigEndian(outline[at..]);
                waiting.Push(BinaryPrimitives.ReadUInt16BigEndian(outline[(at + 2)..]));
                at += 4 + ((flags & 1) != 0 ? 4 : 2) + ((flags & 8) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0);
                if ((flags & ComponentMoreFollow) == 0)
                {
                    break;
                }
            }
        }

        return needed;
    }

    private static byte[] File(SortedDictionary<string, byte[]> tables)
    {
        using var file = new MemoryStream();
        var power = (int)Math.Floor(Math.Log2(tables.Count));
        Write16(file, 1, 0, tables.Count, 16 << power, power, (16 * tables.Count) - (16 << power));
        var offset = 12 + (16 * tables.Count);
        foreach (var (name, bytes) in tables)
        {
            file.Write(Encoding.ASCII.GetBytes(name));
            Write32(file, Sum(bytes), (uint)offset, (uint)bytes.Length);
            offset += (bytes.Length + 3) / 4 * 4;
        }

        foreach (var bytes in tables.Values)
        {
            file.Write(bytes);
            file.Write(new byte[(4 - (bytes.Length % 4)) % 4]);
        }

        return file.ToArray();
    }

    private static uint Sum(byte[] bytes)
    {
        uint sum = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            sum += (uint)bytes[i] << (24 - (8 * (i % 4)));
        }

        return sum;
    }

    private static void Write16(MemoryStream file, params ReadOnlySpan<int> values)
    {
        foreach (var value in values)
        {
            file.WriteByte((byte)(value >> 8));
            file.WriteByte((byte)value);
        }
    }

    private static void Write32(MemoryStream file, params ReadOnlySpan<uint> values)
    {
        foreach (var value in values)
        {
            Write16(file, (int)(value >> 16), (int)(value & 0xFFFF));
        }
    }
}
