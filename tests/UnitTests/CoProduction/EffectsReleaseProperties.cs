using Barometre.Domain.CoProduction.Effects;
using FsCheck;
using FsCheck.Fluent;

namespace Barometre.UnitTests.CoProduction;

/// <summary>What somebody learns who keeps every release of a project and compares them.</summary>
public class EffectsReleaseProperties
{
    private static readonly Guid Project = Guid.Parse("0199d9a0-0000-7000-8000-0000000000dd");

    // Each night some people come, go, or say something else: mostly few, sometimes many.
    private static readonly Gen<int[]> Night = Gen.OneOf(Gen.Choose(0, 3), Gen.Choose(0, 15)).SelectMany(touched => Gen.Choose(0, 59).ArrayOf(touched));

    private static Arbitrary<int[][]> Nights { get; } = Night.ArrayOf(25).ToArbitrary();

    [Fact]
    public void No_two_releases_differ_by_fewer_than_eleven_people_and_none_is_of_fewer() =>
        Prop.ForAll(Nights, nights =>
        {
            var released = Play(nights);
            return released.All(one => one.Shares.Count >= 11 && one.Release.People == one.Shares.Count)
                && released.SelectMany((one, place) => released.Skip(place + 1).Select(other => Apart(one.Shares, other.Shares))).All(apart => apart >= 11);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_shown_is_of_many_and_adds_up() =>
        Prop.ForAll(Nights, nights => Play(nights).All(one =>
        {
            int?[] shown = [one.Release.Low, one.Release.Middle, one.Release.High];
            return shown.All(count => count is null or >= 11) && (shown.All(count => count is null) || shown.Sum() == one.Release.People)
                && one.Release.Median % 5 == 0 && one.Release.Median is >= 0 and <= 100;
        })).QuickCheckThrowOnFailure();

    [Fact]
    public void A_release_is_made_as_soon_as_it_may_be_and_the_same_people_again_are_the_same_release()
    {
        var shares = Enumerable.Range(0, 10).Select(person => Share(person, 0)).ToList();
        Assert.Null(EffectsRelease.Make(Project, EffectsFamily.Process, shares, [], GivenMeeting.Now));
        shares.Add(Share(10, 0));
        var first = EffectsRelease.Make(Project, EffectsFamily.Process, shares, [], GivenMeeting.Now);
        Assert.Equal(11, first!.People);

        Assert.Null(EffectsRelease.Make(Project, EffectsFamily.Process, shares, [To(shares)], GivenMeeting.Now));
        Assert.Null(EffectsRelease.Make(Project, EffectsFamily.Process, [.. shares, .. Enumerable.Range(11, 10).Select(person => Share(person, 0))], [To(shares)], GivenMeeting.Now));
        Assert.NotNull(EffectsRelease.Make(Project, EffectsFamily.Process, [.. shares, .. Enumerable.Range(11, 11).Select(person => Share(person, 0))], [To(shares)], GivenMeeting.Now));
        Assert.NotNull(EffectsRelease.Make(Project, EffectsFamily.Process, [.. shares.Select((_, person) => Share(person, 1))], [To(shares)], GivenMeeting.Now));
    }

    [Fact]
    public void Whoever_is_erased_from_the_books_still_counts_as_gone()
    {
        var shares = Enumerable.Range(0, 40).Select(person => Share(person, 0)).ToList();
        var erased = new ReleasedTo(40, shares.Skip(1).ToDictionary(share => share.ServiceUserId, share => share.Mark));

        // Without the one that is no more in the books, they are the same people: and differ by that one.
        Assert.Equal(1, erased.Apart([.. shares.Skip(1)]));
        Assert.Null(EffectsRelease.Make(Project, EffectsFamily.Change, [.. shares.Skip(1)], [erased], GivenMeeting.Now));
    }

    private static List<(EffectsRelease Release, IReadOnlyList<EffectsShare> Shares)> Play(int[][] nights)
    {
        Dictionary<int, int> people = [];
        List<(EffectsRelease, IReadOnlyList<EffectsShare>)> released = [];
        foreach (var night in nights)
        {
            foreach (var person in night)
            {
                // Comes; says something else twice; goes.
                if (!people.TryAdd(person, 0) && ++people[person] > 2)
                {
                    people.Remove(person);
                }
            }

            IReadOnlyList<EffectsShare> shares = [.. people.Select(person => Share(person.Key, person.Value))];
            if (EffectsRelease.Make(Project, EffectsFamily.QualityOfLife, shares, released.Select(one => To(one.Item2)), GivenMeeting.Now) is { } release)
            {
                released.Add((release, shares));
            }
        }

        return released;
    }

    private static int Apart(IReadOnlyList<EffectsShare> one, IReadOnlyList<EffectsShare> other) =>
        one.Select(share => (share.ServiceUserId, share.Mark)).Union(other.Select(share => (share.ServiceUserId, share.Mark)))
            .Except(one.Select(share => (share.ServiceUserId, share.Mark)).Intersect(other.Select(share => (share.ServiceUserId, share.Mark))))
            .Select(share => share.ServiceUserId).Distinct().Count();

    private static ReleasedTo To(IReadOnlyList<EffectsShare> shares) => new(shares.Count, shares.ToDictionary(share => share.ServiceUserId, share => share.Mark));

    private static EffectsShare Share(int person, int said) => new(Guid.Parse($"0199d9a0-0000-7000-8000-{person:D12}"), (person * 37 + said * 23) % 101, person * 10 + said);
}
