using AutoMapper;
using Barometre.Application;
using Microsoft.Extensions.DependencyInjection;

namespace Barometre.UnitTests.Shared;

/// <summary>Why the advisory GHSA-rvv3-g6hj-g44x does not concern us: maps are flat, and bounded all the same (docs/decisions/0008).</summary>
public sealed class MappingTests
{
    private static readonly IConfigurationProvider Maps =
        ((IMapper)new ServiceCollection().AddUseCases().Single(service => service.ServiceType == typeof(IMapper)).ImplementationInstance!).ConfigurationProvider;

    [Fact]
    public void Every_member_of_a_row_has_a_source()
    {
        Maps.AssertConfigurationIsValid();

        Assert.NotEmpty(Maps.GetAllTypeMaps());
    }

    [Fact]
    public void Every_map_is_flat()
    {
        var nested = Maps.GetAllTypeMaps()
            .SelectMany(map => map.DestinationType.GetProperties().Where(member => !IsSingleValue(member.PropertyType)).Select(member => $"{map.DestinationType.Name}.{member.Name}"));

        Assert.Empty(nested);
    }

    [Fact]
    public void Every_map_has_a_depth_at_which_it_ends() => Assert.DoesNotContain(Maps.GetAllTypeMaps(), map => map.MaxDepth <= 0);

    [Fact]
    public void Nothing_is_mapped_into_the_domain() =>
        Assert.DoesNotContain(Maps.GetAllTypeMaps(), map => !map.DestinationType.Namespace!.StartsWith("Barometre.Application.", StringComparison.Ordinal));

    [Fact]
    public void A_graph_without_end_is_cut_at_the_depth_rather_than_followed_until_the_stack_is_full()
    {
        IMapper mapper = new Mapper(new MapperConfiguration(maps => maps.CreateMap<Endless, EndlessView>().MaxDepth(2)));
        var first = new Endless();
        for (var (last, length) = (first, 0); length < 200_000; length++)
        {
            last = last.Next = new Endless();
        }

        var view = mapper.Map<EndlessView>(first);

        Assert.NotNull(view.Next);
        Assert.Null(view.Next.Next);
    }

    private static bool IsSingleValue(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain.IsPrimitive || plain.IsEnum || plain == typeof(string) || plain == typeof(Guid) || plain == typeof(DateTimeOffset) || plain == typeof(DateOnly);
    }

    private sealed class Endless
    {
        public Endless? Next { get; set; }
    }

    private sealed class EndlessView
    {
        public EndlessView? Next { get; set; }
    }
}
