using Barometre.Infrastructure.Shared;
using Barometre.WebApi.Demonstration;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Barometre.IntegrationTests.Demonstration;

/// <summary>An installation that the demonstration was loaded into, once for all tests of it.</summary>
public sealed class LoadedDemonstration : IAsyncLifetime
{
    public const string Collection = "demonstration";

    public Installation Installation { get; } = new();

    internal DemonstrationContent Content { get; } = DemonstrationContent.Read();

    /// <summary>What the first two loads answered, made at the same moment.</summary>
    internal IReadOnlyList<bool> WasLoaded { get; private set; } = [];

    /// <summary>What they said meanwhile.</summary>
    internal string Said { get; private set; } = "";

    public async Task InitializeAsync()
    {
        await Installation.InitializeAsync();
        await using var said = new StringWriter();
        WasLoaded = await Task.WhenAll(LoadAsync(said), LoadAsync(said));
        Said = said.ToString();
    }

    public Task DisposeAsync() => Installation.DisposeAsync();

    internal Task<bool> LoadAsync(TextWriter? says = null) =>
        new DemonstrationLoad(new DemonstrationVoices(Installation.App), Content, Installation.App.Services.GetRequiredService<OneAtATime>()).RunAsync(says ?? TextWriter.Null);

    internal static Guid Person(string key) => DemonstrationProjects.IdOf("person", key);

    /// <summary>Asks as one of the accounts, freshly signed in.</summary>
    internal async Task<TResult> AskAsync<TResult>(string account, IRequest<TResult> request)
    {
        var voices = new DemonstrationVoices(Installation.App);
        await voices.SignInAsync(account, null);
        var answer = await voices.SendAsync(account, request);
        await voices.SignOutAsync();
        return answer;
    }

    internal async Task<long> CountAsync(string fromWhere)
    {
        await using var command = Installation.Owner.CreateCommand($"SELECT count(*) FROM {fromWhere}");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}

/// <summary>Test classes of this collection share the loaded demonstration.</summary>
[CollectionDefinition(LoadedDemonstration.Collection)]
public sealed class DemonstrationTests : ICollectionFixture<LoadedDemonstration>;
