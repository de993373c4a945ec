using System.Net;
using Barometre.Domain.Shared;

namespace Barometre.IntegrationTests.Participation.Rights;

/// <summary>Somebody represents a person, as a coordinator of their project records it over HTTP.</summary>
internal static class Representing
{
    /// <summary>A tutor for a year from today, who reads the plan.</summary>
    /// <param name="installation">Where.</param>
    /// <param name="person">Whom they represent.</param>
    /// <param name="decidesRights">And decides in their rights.</param>
    /// <param name="by">An account that is there; a new one otherwise.</param>
    public static async Task<(Given.SignedIn Representative, Guid Id)> RepresentedAsync(
        this Installation installation, Given.Person person, bool decidesRights = true, Given.SignedIn? by = null)
    {
        var (id, representative) = (Guid.CreateVersion7(), by ?? await installation.AccountAsync());
        await (await installation.CoordinatorAsync(person)).PutAsync(Path(person, id), Said(representative, decidesRights)).AnswersAsync(HttpStatusCode.NoContent);
        return (representative, id);
    }

    /// <summary>A coordinator of the person's project, another one each time.</summary>
    public static async Task<HttpClient> CoordinatorAsync(this Installation installation, Given.Person person) =>
        (await installation.RoleAsync(Role.Coordinator, person.ProjectId)).Client(installation);

    /// <summary>Where a coordinator records and ends it.</summary>
    public static string Path(Given.Person person, Guid representation) => $"/api/v1/projects/{person.ProjectId}/service-users/{person.ServiceUserId}/representatives/{representation}";

    private static object Said(Given.SignedIn representative, bool decidesRights)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        return new { accountId = representative.AccountId, kind = "tutor", reads = new[] { "plan" }, decidesRights, ground = "Jugement montré.", startsOn = today, endsOn = today.AddYears(1) };
    }
}
