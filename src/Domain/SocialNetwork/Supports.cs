using System.Numerics;

namespace Barometre.Domain.SocialNetwork;

/// <summary>A set of kinds of support; none is an answer too.</summary>
/// <param name="Bits">One bit a kind, from the right, in the order of <see cref="SupportKind"/>; 0 to 31.</param>
public readonly record struct Supports(short Bits)
{
    /// <summary>Every kind at once.</summary>
    public const short All = 31;

    private static readonly SupportKind[] Kinds = Enum.GetValues<SupportKind>();

    public static Supports None { get; } = new(0);

    public int Count => BitOperations.PopCount((uint)Bits);

    public static Supports Of(params IEnumerable<SupportKind> kinds) => new((short)kinds.Aggregate(0, (bits, kind) => bits | (1 << (int)kind)));

    /// <summary>The kinds in either.</summary>
    public Supports With(Supports other) => new((short)(Bits | other.Bits));

    /// <summary>The kinds, in their own order.</summary>
    public IReadOnlyList<SupportKind> List()
    {
        var bits = Bits;
        return [.. Kinds.Where(kind => (bits & (1 << (int)kind)) != 0)];
    }
}
