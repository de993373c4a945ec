using System.Buffers.Binary;

namespace Barometre.Domain.Shared.Facts;

/// <summary>A number that stands for a very set of facts: another fact, or one less, is another number.</summary>
public static class FactSet
{
    // The second half of an id is random: the sum of many is as good a mark as one, and their order does not matter.
    public static long Mark(IEnumerable<Guid> facts)
    {
        var mark = 0L;
        Span<byte> bytes = stackalloc byte[16];
        foreach (var fact in facts)
        {
            fact.TryWriteBytes(bytes, bigEndian: true, out _);
            mark = unchecked(mark + BinaryPrimitives.ReadInt64BigEndian(bytes[8..]));
        }

        return mark;
    }
}
