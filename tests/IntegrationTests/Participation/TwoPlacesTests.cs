using System.Net;
using Barometre.Domain.Shared;
using Barometre.IntegrationTests.QualityOfLife;

namespace Barometre.IntegrationTests.Participation;

/// <summary>Somebody who is in one circle twice: a relative of the person who also accompanies them for an organisation.</summary>
[Collection(InstallationTests.Name)]
public sealed class TwoPlacesTests(Installation installation)
{
    [Fact]
    public async Task Without_a_second_factor_they_act_as_the_relative_they_are_and_never_as_the_practitioner()
    {
        var person = await installation.PersonAsync(await installation.ProjectAsync(demonstration: false));
        var both = await installation.RoleAsync(Role.Practitioner, person.ProjectId);
        await installation.JoinAsync(person, both, Role.Practitioner, AccessLevel.Contribute, person.ProjectId);
        var asRelative = await installation.JoinAsync(person, both, Role.Relative, AccessLevel.Read, null);
        var client = both.Client(installation);

        await client.ReadAsync(person.ServiceUserId, "picture");
        var refused = await (await client.OpenAsync(person.ServiceUserId, Guid.CreateVersion7(), [])).BodyAsync(HttpStatusCode.Forbidden);

        Assert.Equal("access.second-factor-needed", refused.Code());
        Assert.Equal([$"{asRelative} relative"], await RegisterAsync(person));
    }

    [Fact]
    public async Task With_a_second_factor_the_place_that_opens_most_counts()
    {
        var person = await installation.PersonAsync(await installation.ProjectAsync(demonstration: false));
        var both = await installation.RoleAsync(Role.Practitioner, person.ProjectId, strong: true);
        var asPractitioner = await installation.JoinAsync(person, both, Role.Practitioner, AccessLevel.Contribute, person.ProjectId);
        await installation.JoinAsync(person, both, Role.Relative, AccessLevel.Read, null);

        await (await both.Client(installation).OpenAsync(person.ServiceUserId, Guid.CreateVersion7(), [])).BodyAsync(HttpStatusCode.Created);

        Assert.Equal([$"{asPractitioner} practitioner"], await RegisterAsync(person));
    }

    private async Task<string[]> RegisterAsync(Given.Person person)
    {
        await using var command = installation.Owner.CreateCommand(
            $"SELECT array_agg(member_id || ' ' || ground) FROM participation.register_entry WHERE service_user_id = '{person.ServiceUserId}'");
        return (string[])(await command.ExecuteScalarAsync())!;
    }
}
