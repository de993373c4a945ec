using System.Diagnostics.CodeAnalysis;

namespace Barometre.ArchitectureTests.PlantedViolations.Conventions;

/// <summary>Looks like tests to the guard and not to the runner, which wants a public class.</summary>
[SuppressMessage("xUnit", "xUnit1000", Justification = "Planted: never run.")]
internal sealed class Tests
{
    [Fact]
    public async Task Asserts_nothing()
    {
        await Task.Yield();
        Helping();
    }

    [Fact]
    public async Task Asserts_in_a_lambda_after_waiting()
    {
        await Task.Yield();
        Each([1], number => Assert.Equal(1, number));
    }

    private static void Helping() => Each([1], _ => { });

    private static void Each(int[] numbers, Action<int> act) => Array.ForEach(numbers, act);
}
