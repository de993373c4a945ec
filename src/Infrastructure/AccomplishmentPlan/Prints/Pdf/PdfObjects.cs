using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Barometre.Infrastructure.AccomplishmentPlan.Prints.Pdf;

/// <summary>The numbered objects of a PDF file, and the file made of them.</summary>
/// <remarks>Source: ISO 32000-1 (PDF 1.7), sections 7.3 and 7.5. Ours because the only PDF library at hand is under the AGPL (docs/decisions/0002).</remarks>
internal sealed class PdfObjects
{
    private readonly List<byte[]?> _objects = [];

    /// <summary>A number for an object that is told later.</summary>
    public int Reserve()
    {
        _objects.Add(null);
        return _objects.Count;
    }

    public void Set(int number, string content) => _objects[number - 1] = Encoding.Latin1.GetBytes(content);

    public int Add(string content)
    {
        var number = Reserve();
        Set(number, content);
        return number;
    }

    public int AddStream(byte[] bytes, string entries = "", bool compress = true)
    {
        var packed = compress ? Packed(bytes) : bytes;
        var head = Encoding.Latin1.GetBytes($"<< {entries} /Length {packed.Length}{(compress ? " /Filter /FlateDecode" : "")} >>\nstream\n");
        _objects.Add([.. head, .. packed, .. "\nendstream"u8]);
        return _objects.Count;
    }

    public byte[] File(int root, int info, Guid id)
    {
        using var file = new MemoryStream();
        // The second line tells programs that what follows is no text.
        file.Write("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n"u8);
        var places = new long[_objects.Count];
        for (var i = 0; i < _objects.Count; i++)
        {
            places[i] = file.Length;
            Write(file, $"{i + 1} 0 obj\n");
            file.Write(_objects[i] ?? throw new InvalidOperationException($"Object {i + 1} was never told."));
            Write(file, "\nendobj\n");
        }

        var table = file.Length;
        Write(file, $"xref\n0 {_objects.Count + 1}\n0000000000 65535 f \n{string.Concat(places.Select(place => place.ToString("D10", CultureInfo.InvariantCulture) + " 00000 n \n"))}");
        Write(file, $"trailer\n<< /Size {_objects.Count + 1} /Root {root} 0 R /Info {info} 0 R /ID [<{id:n}> <{id:n}>] >>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();
    }

    /// <summary>Text of any script, as PDF writes it: UTF-16 in hexadecimal.</summary>
    public static string Words(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    /// <summary>A number, in points or fractions.</summary>
    public static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(bytes);
        }

        return packed.ToArray();
    }

    private static void Write(MemoryStream file, string text) => file.Write(Encoding.Latin1.GetBytes(text));
}
