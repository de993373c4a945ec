using System.Text;
using Barometre.Domain.Shared;
using Barometre.Domain.SocialNetwork;
using Barometre.Domain.SocialNetwork.Map;

namespace Barometre.UnitTests.SocialNetwork;

/// <summary>Facts of an invented network, one a day unless said otherwise; names stand unsealed.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly Guid Person = Id(1000);

    public static Guid Id(int number) => new($"00000000-0000-7000-8000-{number:x12}");

    public static DateTimeOffset Day(double day) => Start.AddDays(day);

    public static NetworkFact Fact(NetworkFactKind kind, int subject, double day, int id = 0, int? other = null, double? deviceDay = null, Perspective perspective = Perspective.ServiceUser,
        string? name = null, LifeCircle? circle = null, short? closeness = null, short? quality = null, Supports? given = null, Supports? received = null, short? strength = null, double? moment = null) =>
        new(Person, Id(id == 0 ? 100_000 + (int)(day * 1000) + subject : id), kind, Id(subject))
        {
            OtherId = other is { } another ? Id(another) : null,
            Perspective = perspective,
            At = Day(day),
            DeviceAt = Day(deviceDay ?? day),
            RecordedAt = Day(day),
            NameSealed = name is null ? null : Encoding.UTF8.GetBytes(name),
            AlterKind = kind == NetworkFactKind.AlterNamed ? AlterKind.Person : null,
            Circle = circle ?? (kind == NetworkFactKind.AlterNamed ? LifeCircle.Friends : null),
            Closeness = closeness,
            Quality = quality,
            Given = given,
            Received = received,
            Strength = strength,
            Moment = moment is { } at ? Day(at) : null,
        };

    public static NetworkFact Named(int alter, double day, string? name = null, LifeCircle circle = LifeCircle.Friends) =>
        Fact(NetworkFactKind.AlterNamed, alter, day, 200_000 + alter, name: name ?? $"Lou {alter}", circle: circle);

    public static string NameOf(Alter alter) => Encoding.UTF8.GetString(alter.NameSealed);

    public static Alter Alter(this NetworkMap map, int alter) => map.Present.Concat(map.Left).Single(one => one.Id == Id(alter));

    /// <summary>Alters 1 to <paramref name="alters"/> of the same moment, and those who know each other.</summary>
    public static NetworkMap Map(int alters, params IEnumerable<(int One, int Other)> ties) => NetworkHistory.Of(
    [
        .. Enumerable.Range(1, alters).Select(alter => Named(alter, 0)),
        .. ties.Select((tie, i) => Fact(NetworkFactKind.AltersTied, tie.One, 0, 300_000 + i, tie.Other)),
    ]).Latest();
}
