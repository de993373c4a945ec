using Barometre.Application.Participation.Access;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Pipeline;
using Barometre.Domain.Participation;
using Barometre.Domain.Shared;
using Barometre.Infrastructure.Shared;
using Barometre.IntegrationTests;
using Barometre.WebApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Barometre.Bench;

/// <summary>The same host without the access decision: whoever asks is taken for the person (or for a practitioner, where looks are entered), and nothing is read to decide it. Only here, to be measured against.</summary>
/// <param name="entering">Whether the register is kept nevertheless, as of somebody's look.</param>
internal sealed class Undecided(DatabaseSession session, IRegister register, Undecided.Entering entering) : IAccessDecider
{
    public async Task<Grant> DecideAsync(Access needed, string useCase, bool writes, CancellationToken cancellationToken)
    {
        var (person, tabs) = needed switch
        {
            Access.RecordAccess record => (record.ServiceUserId, [record.Tab]),
            Access.AnyTabAccess any => (any.ServiceUserId, Enum.GetValues<Tab>()),
            _ => (Guid.Empty, Array.Empty<Tab>()),
        };
        session.OpenFor(person);
        if (entering.Looks)
        {
            // An entry as long as a decided one: any ids will do for the organisation and the place.
            await register.EnterAsync(new RegisterNote(person, person, RegisterGround.Practitioner, person, tabs, writes, useCase), cancellationToken);
            return new Grant(Role.Practitioner, AccessLevel.Contribute, null, Enum.GetValues<Tab>().ToDictionary(tab => tab, _ => AccessLevel.Contribute));
        }

        return Grant.Self;
    }

    public void Reconsider(Access needed) => throw new InvalidOperationException("Nothing was considered.");

    /// <summary>Whether looks are entered in the register.</summary>
    internal sealed record Entering(bool Looks);

    /// <summary>A node of that installation that decides nothing.</summary>
    public static WebApplication Node(Installation installation, bool registers) => Host.Build([], builder =>
    {
        builder.Configuration.AddInMemoryCollection(installation.Settings);
        builder.Configuration["BAROMETRE_JOBS"] = "false";
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Host.UseServiceProviderFactory(new WithoutDecision(new Entering(registers)));
    });

    // The application registers its decision after whatever a host sets: it is exchanged at the last moment.
    private sealed class WithoutDecision(Entering entering) : IServiceProviderFactory<IServiceCollection>
    {
        public IServiceCollection CreateBuilder(IServiceCollection services) => services;

        public IServiceProvider CreateServiceProvider(IServiceCollection containerBuilder)
        {
            containerBuilder.AddSingleton(entering);
            containerBuilder.Replace(ServiceDescriptor.Scoped<IAccessDecider, Undecided>());
            return containerBuilder.BuildServiceProvider();
        }
    }
}
