using System.Net;
using Barometre.Application.Participation.Register;
using Barometre.Application.Rights.Archives;
using Barometre.Domain.Shared;
using Barometre.Infrastructure.Rights.Archives;
using Barometre.IntegrationTests.Participation;
using Barometre.IntegrationTests.QualityOfLife;
using Barometre.WebApi.Verbs;

namespace Barometre.IntegrationTests.Rights;

/// <summary>The registers of a record that came from elsewhere are verified like those of one that was opened here.</summary>
public sealed class ArrivedRegisterTests(RightsInstallation installation) : IClassFixture<RightsInstallation>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Both_chains_hold_where_the_record_is_taken_in_and_entries_that_came_without_one_are_chained_there(bool chained)
    {
        var person = await installation.PersonAsync();
        var practitioner = (await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Read)).Client(installation);
        for (var i = 0; i < 3; i++)
        {
            await practitioner.GetAsync($"/api/v1/service-users/{person.ServiceUserId}/network/export").AnswersAsync(HttpStatusCode.OK);
        }

        if (!chained)
        {
            // As an installation from before has them.
            await installation.ExecuteAsync($"""
                DELETE FROM participation.communication_link WHERE service_user_id = '{person.ServiceUserId}';
                DELETE FROM participation.communication_head WHERE service_user_id = '{person.ServiceUserId}';
                """);
        }

        var archive = await Archived.OfAsync(installation, person);
        var elsewhere = new RightsInstallation();
        await elsewhere.InitializeAsync();
        try
        {
            using var file = ArchiveFile.Open(new MemoryStream(archive.Bytes));
            await elsewhere.SendAsync(new ImportArchiveCommand(file.ServiceUserId, file, await elsewhere.ProjectAsync()));

            Assert.Equal(chained ? 3 : 0, archive.Rows("participation.communication_link").Count);
            Assert.Equal(new RegisterVerdict(person.ServiceUserId, 3, null), await elsewhere.SendAsync(new VerifyRegisterQuery(person.ServiceUserId, ChainedRegister.Communications)));
            Assert.Equal(0, await VerifyRegisterVerb.VerifyAsync(elsewhere.App, person.ServiceUserId));
        }
        finally
        {
            await elsewhere.DisposeAsync();
        }
    }
}
