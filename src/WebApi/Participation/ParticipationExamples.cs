using Barometre.Domain.Participation;
using Barometre.Domain.Participation.Consents;
using Barometre.Domain.Participation.Rights;
using Barometre.Domain.Shared;
using Barometre.WebApi.Shared.OpenApi;

namespace Barometre.WebApi.Participation;

/// <summary>Bodies whose parts must suit each other; the others are made from their types.</summary>
internal sealed class ParticipationExamples : IExamples
{
    private const string Password = "la loutre inventée range ses galets";

    private static readonly Guid Account = Guid.Parse("0199d9a0-1c2e-7d3f-8a4b-5c6d7e8f9a0b");

    private static readonly Guid Project = Guid.Parse("0199d9a0-1c2e-7d3f-8a4b-5c6d7e8f9a0c");

    private static readonly Sharing Some = new(AccessLevel.Read, AccessLevel.None, AccessLevel.Contribute, AccessLevel.Contribute, AccessLevel.Read);

    public IEnumerable<object> All =>
    [
        new RegisterAccountBody("zephyr.invente", Password, "Zéphyr l’Inventé"),
        new InviteBody(Role.Practitioner, Some, Account, Project),
        new ForwardBody(Account, Role.Practitioner, Some),
        new RoleBody(Account, Role.Practitioner),
        new KeyBody(["quality_of_life:read", "plan:write"], new DateTimeOffset(2026, 12, 31, 0, 0, 0, TimeSpan.Zero)),
        new SearchBody("zéph", Limit: 20),
        new ConsentAnswerBody(ConsentKind.Community, Agrees: false, new DateTimeOffset(2026, 11, 28, 9, 30, 0, TimeSpan.FromHours(-5))),
        new KeepOutBody(Role: Role.Coordinator),
        new RepresentativeBody(
            Account, RepresentativeKind.Parent, [Tab.Plan], DecidesRights: true, "Acte de naissance montré.", new DateOnly(2026, 11, 28), new DateOnly(2030, 5, 4)),
        new EmergencyBody([Tab.Plan, Tab.Network], "Personne injoignable depuis trois jours."),
        new ReviewBody(Justified: true, "Les proches ont pu être prévenus."),
        new StudyBody(
            Project, new Wording("Étude inventée", "Invented study"), new Wording("Une équipe inventée cherche ce qui aide.", "An invented team looks for what helps."), ["services"], [Project],
            new DateOnly(2030, 12, 31)),
        new RotationBody(24, new DateTimeOffset(2026, 12, 31, 0, 0, 0, TimeSpan.Zero)),
    ];
}
