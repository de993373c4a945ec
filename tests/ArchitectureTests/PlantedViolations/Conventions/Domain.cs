using System.ComponentModel.DataAnnotations;

namespace Barometre.Domain.Planted;

/// <summary>Planted.</summary>
public class Unsealed
{
    [Key]
    public int Open { get; set; }

    public static DateTimeOffset Moment()
    {
#pragma warning disable RS0030 // Planted.
        return DateTimeOffset.UtcNow;
    }

    public static Guid Id() => Guid.NewGuid();
#pragma warning restore RS0030

    public static int Long(int number)
    {
        number++;
        number++;
        number++;
        number++;
        number++;
        number++;
        number++;
        number++;
        number++;
        number++;
        number++;
        number++;
        number++;
        number++;
        number++;
        number++;
        number++;
        number++;
        number++;
        number++;
        number++;
        number++;
        number++;
        number++;
        number++;
        number++;
        number++;
        number++;
        number++;
        number++;
        number++;
        number++;
        number++;
        number++;
        number++;
        number++;
        number++;
        number++;
        return number;
    }
}

internal abstract class AbstractIsFine;

internal sealed class SealedIsFine
{
    internal SealedIsFine()
    {
    }

    public int Fixed { get; init; }
}

internal static class ThingHelper;
