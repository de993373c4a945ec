using Barometre.Domain.Shared;

namespace Barometre.IntegrationTests.Contract.Fuzz;

/// <summary>Who sends odd requests to one operation, and the record and project they are about; each operation has a world of its own, since requests end sessions and roles.</summary>
internal sealed class FuzzWorld
{
    private readonly Dictionary<string, Guid> _ids = [];

    private FuzzWorld(Given.Person person, IReadOnlyDictionary<string, HttpClient> callers)
    {
        (_ids["serviceUserId"], _ids["projectId"], Callers) = (person.ServiceUserId, person.ProjectId, callers);
    }

    /// <summary>By role; <c>stranger</c> is nobody, <c>other</c> somebody with nothing to do with the record.</summary>
    public IReadOnlyDictionary<string, HttpClient> Callers { get; }

    public static async Task<FuzzWorld> MakeAsync(Installation installation)
    {
        var person = await installation.PersonAsync();
        var practitioner = await installation.MemberAsync(person, Role.Practitioner, AccessLevel.Contribute, strong: true);
        var relative = await installation.MemberAsync(person, Role.Relative, AccessLevel.Read);
        var coordinator = await installation.RoleAsync(Role.Coordinator, person.ProjectId, strong: true);
        var researcher = await installation.RoleAsync(Role.Researcher, person.ProjectId, strong: true);
        var administrator = await installation.RoleAsync(Role.Administrator, null, strong: true);
        var other = await installation.AccountAsync();
        return new FuzzWorld(person, new Dictionary<string, HttpClient>(StringComparer.Ordinal)
        {
            ["service_user"] = Client(installation, person.Account),
            ["practitioner"] = Client(installation, practitioner),
            ["relative"] = Client(installation, relative),
            ["coordinator"] = Client(installation, coordinator),
            ["researcher"] = Client(installation, researcher),
            ["administrator"] = Client(installation, administrator),
            ["other"] = Client(installation, other),
            ["stranger"] = Client(installation, null),
        });
    }

    /// <summary>The record's and the project's own ids; for anything else one id, the same each time.</summary>
    public string IdOf(string parameter)
    {
        lock (_ids)
        {
            return (_ids.TryGetValue(parameter, out var known) ? known : _ids[parameter] = Guid.CreateVersion7()).ToString();
        }
    }

    /// <summary>More often than not somebody whom the operation is open to, so that oddities get past the access decision.</summary>
    public string Caller(ContractOperation operation, Random random)
    {
        var access = operation.Node["x-barometre-access"]!;
        var likely = access["kind"]!.GetValue<string>() is "project" or "any_project" ? access["roles"]![0]!.GetValue<string>() : "service_user";
        return random.Next(10) < 6 && Callers.ContainsKey(likely) ? likely : Callers.Keys.ElementAt(random.Next(Callers.Count));
    }

    private static HttpClient Client(Installation installation, Given.SignedIn? account)
    {
        // Odd headers leave as they are; bytes that are not UTF-8 are refused by the server itself, before any of ours runs.
        var handler = new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => System.Text.Encoding.UTF8, Expect100ContinueTimeout = TimeSpan.FromMinutes(1), UseCookies = false, AllowAutoRedirect = false };
        var client = new HttpClient(handler) { BaseAddress = installation.Address };
        using var signedIn = account is null ? installation.Client() : account.Client(installation);
        client.DefaultRequestHeaders.Authorization = signedIn.DefaultRequestHeaders.Authorization;
        return client;
    }
}
