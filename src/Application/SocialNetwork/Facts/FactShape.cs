using Barometre.Domain.Shared;
using Barometre.Domain.SocialNetwork;

namespace Barometre.Application.SocialNetwork.Facts;

/// <summary>Which members go with which kind of fact.</summary>
internal static class FactShape
{
    private static readonly string[] OfTie =
    [
        nameof(GivenNetworkFact.Closeness), nameof(GivenNetworkFact.Quality), nameof(GivenNetworkFact.Frequency), nameof(GivenNetworkFact.Given), nameof(GivenNetworkFact.Received),
        nameof(GivenNetworkFact.Comment),
    ];

    private static readonly string[] OfAlter = [nameof(GivenNetworkFact.Name), nameof(GivenNetworkFact.AlterKind), nameof(GivenNetworkFact.Circle)];

    private static readonly Shape None = new([], []);

    private static readonly Shape AboutTwo = new([nameof(GivenNetworkFact.OtherId)], []);

    /// <summary>What is missing, too much, or says nothing.</summary>
    public static IEnumerable<(string Member, Error Error)> Faults(GivenNetworkFact fact)
    {
        var shape = Of(fact.Kind);
        var anything = false;
        foreach (var (member, said) in Members(fact))
        {
            anything |= said;
            if (said && !shape.Needed.Contains(member) && !shape.Possible.Contains(member))
            {
                yield return (member, SocialNetworkErrors.NotOfThisKind);
            }
            else if (!said && shape.Needed.Contains(member))
            {
                yield return (member, SocialNetworkErrors.NothingSaid);
            }
        }

        if (shape.MustSaySomething && !anything)
        {
            yield return (nameof(fact.Kind), SocialNetworkErrors.NothingSaid);
        }
    }

    private static Shape Of(NetworkFactKind kind) => kind switch
    {
        NetworkFactKind.AlterNamed => new Shape(OfAlter, [nameof(GivenNetworkFact.MemberId)]),
        NetworkFactKind.AlterChanged => new Shape([], OfAlter, MustSaySomething: true),
        NetworkFactKind.AlterLinked => new Shape([], [nameof(GivenNetworkFact.MemberId)]),
        NetworkFactKind.AlterPlaced => new Shape([nameof(GivenNetworkFact.Angle), nameof(GivenNetworkFact.Radius)], []),
        NetworkFactKind.TieStated => new Shape([], OfTie, MustSaySomething: true),
        NetworkFactKind.AltersTied => AboutTwo with { Possible = [nameof(GivenNetworkFact.Strength)] },
        NetworkFactKind.AltersUntied or NetworkFactKind.AltersMerged or NetworkFactKind.MergeUndone => AboutTwo,
        NetworkFactKind.SnapshotNamed => new Shape([nameof(GivenNetworkFact.Name)], [nameof(GivenNetworkFact.Moment)]),
        _ => None,
    };

    private static IEnumerable<(string Member, bool Said)> Members(GivenNetworkFact fact) =>
    [
        (nameof(fact.OtherId), fact.OtherId is not null),
        (nameof(fact.Name), fact.Name is not null),
        (nameof(fact.AlterKind), fact.AlterKind is not null),
        (nameof(fact.Circle), fact.Circle is not null),
        (nameof(fact.MemberId), fact.MemberId is not null),
        (nameof(fact.Closeness), fact.Closeness is not null),
        (nameof(fact.Quality), fact.Quality is not null),
        (nameof(fact.Frequency), fact.Frequency is not null),
        (nameof(fact.Given), fact.Given is not null),
        (nameof(fact.Received), fact.Received is not null),
        (nameof(fact.Comment), fact.Comment is not null),
        (nameof(fact.Strength), fact.Strength is not null),
        (nameof(fact.Angle), fact.Angle is not null),
        (nameof(fact.Radius), fact.Radius is not null),
        (nameof(fact.Moment), fact.Moment is not null),
    ];

    private sealed record Shape(string[] Needed, string[] Possible, bool MustSaySomething = false);
}

/// <summary>Where the module's words stand, as they are sealed.</summary>
public static class SealedWords
{
    public const string Names = "social_network.fact.name";

    public const string Comments = "social_network.fact.comment";
}

/// <summary>Text that can be seen, printed and put into any file.</summary>
internal static class Writable
{
    /// <summary>No control character but tab and line breaks, and none of the two that no XML may hold.</summary>
    public static bool Is(string? text)
    {
        foreach (var character in text ?? "")
        {
            if (char.IsControl(character) && character is not ('\t' or '\n' or '\r') || character is '\uFFFE' or '\uFFFF')
            {
                return false;
            }
        }

        return true;
    }
}
