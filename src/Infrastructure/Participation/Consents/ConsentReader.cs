using Barometre.Application.Participation.Contracts;
using Barometre.Domain.Participation;
using Barometre.Domain.Participation.Consents;
using Barometre.Domain.Shared;
using Barometre.Infrastructure.Shared;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Infrastructure.Participation.Consents;

/// <summary>Reads what people agreed to, at this moment.</summary>
internal sealed class ConsentReader(ParticipationDbContext db) : IConsentReader
{
    public async Task<bool> HasAgreedAsync(Guid serviceUserId, ConsentPurpose purpose, CancellationToken cancellationToken) =>
        (await AgreedAsync(Of(purpose), serviceUserId, cancellationToken)).Count > 0;

    public Task<IReadOnlyList<Guid>> AgreedPeopleAsync(ConsentPurpose purpose, CancellationToken cancellationToken) => AgreedAsync(Of(purpose), null, cancellationToken);

    public async Task<ReminderRefusals> RefusedRemindersAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var refused = await (
            from person in db.ServiceUsers.AsNoTracking()
            join consent in db.Consents on person.ServiceUserId equals consent.ServiceUserId
            where person.AccountId == accountId && consent.Kind == ConsentKind.Reminders && consent.Answer != ConsentAnswer.Given
            select consent.Subject).ToListAsync(cancellationToken);
        return new ReminderRefusals(refused.Contains(ConsentPurpose.RemindersInInbox.Subject), refused.Contains(ConsentPurpose.RemindersByMail.Subject));
    }

    private async Task<IReadOnlyList<Guid>> AgreedAsync(Purpose purpose, Guid? one, CancellationToken cancellationToken)
    {
        var people = purpose.Kind switch
        {
            ConsentKind.Care => db.ServiceUsers.Where(person => !person.CareClosed).Select(person => person.ServiceUserId),
            ConsentKind.Integrator => LetIn(Guid.Parse(purpose.Subject), purpose.Subject),
            _ => db.Consents.Where(consent => consent.Kind == purpose.Kind && consent.Subject == purpose.Subject && consent.Answer == ConsentAnswer.Given)
                .Select(consent => consent.ServiceUserId),
        };
        // A record that its person froze is used for nothing.
        people = people.Where(person => !db.ServiceUsers.Any(known => known.ServiceUserId == person && known.Frozen));
        if (purpose.Kind == ConsentKind.ResearchStudy)
        {
            var study = Guid.Parse(purpose.Subject);
            var themes = await db.ResearchStudies.AsNoTracking().Where(known => known.Id == study).Select(known => known.Themes).SingleOrDefaultAsync(cancellationToken) ?? [];
            people = people.Where(person => !db.Consents.Any(
                theme => theme.ServiceUserId == person && theme.Kind == ConsentKind.ResearchTheme && themes.Contains(theme.Subject) && theme.Answer != ConsentAnswer.Given));
        }

        return await people.Where(person => one == null || person == one).Distinct().OrderBy(person => person).ToListAsync(cancellationToken);
    }

    private IQueryable<Guid> LetIn(Guid system, string subject) => db.CircleMembers
        .Where(member => member.Role == Role.Integrator && member.State == CircleState.Active && member.AccountId == system)
        .Where(member => !db.ServiceUsers.Any(person => person.ServiceUserId == member.ServiceUserId && person.CareClosed))
        .Where(member => !db.Consents.Any(
            consent => consent.ServiceUserId == member.ServiceUserId && consent.Kind == ConsentKind.Integrator && consent.Subject == subject && consent.Answer != ConsentAnswer.Given))
        .Select(member => member.ServiceUserId);

    private static Purpose Of(ConsentPurpose purpose) => new(Words.Parse<ConsentKind>(purpose.Kind), purpose.Subject);
}
