using Barometre.Application.Participation;
using Barometre.Application.Participation.Communications;
using Barometre.Application.Participation.Consents;
using Barometre.Application.Participation.Register;
using Barometre.Application.Participation.Tombstones;
using Barometre.Domain.Participation;
using Barometre.Domain.Participation.Accounts;
using Barometre.Domain.Participation.Consents;
using Barometre.Domain.Participation.Incidents;
using Barometre.Domain.Participation.Rights;
using Barometre.Infrastructure.Participation.Accounts;
using Barometre.Infrastructure.Participation.Tables;
using Barometre.Infrastructure.Shared;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Infrastructure.Participation;

/// <summary>The schema <c>participation</c>.</summary>
internal sealed class ParticipationDbContext(DbContextOptions options) : ModuleDbContext(options, "participation"), IParticipationDb
{
    public DbSet<ServiceUser> ServiceUsers => Set<ServiceUser>();

    public DbSet<Enrolment> Enrolments => Set<Enrolment>();

    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<Project> Projects => Set<Project>();

    public DbSet<RoleAssignment> RoleAssignments => Set<RoleAssignment>();

    public DbSet<Demonstration> Demonstrations => Set<Demonstration>();

    public DbSet<CircleMember> CircleMembers => Set<CircleMember>();

    public DbSet<CircleFact> CircleFacts => Set<CircleFact>();

    public DbSet<AccountName> AccountNames => Set<AccountName>();

    public DbSet<RegisterEntry> RegisterEntries => Set<RegisterEntry>();

    public DbSet<Consent> Consents => Set<Consent>();

    public DbSet<ConsentFact> ConsentFacts => Set<ConsentFact>();

    public DbSet<KeptText> KeptTexts => Set<KeptText>();

    public DbSet<ResearchStudy> ResearchStudies => Set<ResearchStudy>();

    public DbSet<Restriction> Restrictions => Set<Restriction>();

    public DbSet<Freeze> Freezes => Set<Freeze>();

    public DbSet<Representative> Representatives => Set<Representative>();

    public DbSet<RepresentationContest> RepresentationContests => Set<RepresentationContest>();

    public DbSet<EmergencyAccess> EmergencyAccesses => Set<EmergencyAccess>();

    public DbSet<Incident> Incidents => Set<Incident>();

    public DbSet<CommunicationEntry> Communications => Set<CommunicationEntry>();

    public DbSet<Tombstone> Tombstones => Set<Tombstone>();

    public DbSet<AccountSession> Sessions => Set<AccountSession>();

    public DbSet<RefreshToken> RefreshTokens => Set<RefreshToken>();

    public DbSet<IntegratorKey> IntegratorKeys => Set<IntegratorKey>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<Passkey> Passkeys => Set<Passkey>();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    // The number is only this lock's.
    public Task LockAdministratorsAsync(CancellationToken cancellationToken) => Database.ExecuteSqlRawAsync("SELECT pg_advisory_xact_lock(5517041)", cancellationToken);

    protected override void Tables(ModelBuilder model)
    {
        model.ApplyConfiguration(new ServiceUserTable());
        model.ApplyConfiguration(new EnrolmentTable());
        model.ApplyConfiguration(new OrganisationTable());
        model.ApplyConfiguration(new ProjectTable());
        model.ApplyConfiguration(new RoleAssignmentTable());
        model.ApplyConfiguration(new DemonstrationTable());
        model.ApplyConfiguration(new CircleMemberTable());
        model.ApplyConfiguration(new CircleFactTable());
        model.ApplyConfiguration(new AccountNameView());
        model.ApplyConfiguration(new RegisterEntryTable());
        model.ApplyConfiguration(new ConsentTable());
        model.ApplyConfiguration(new ConsentFactTable());
        model.ApplyConfiguration(new KeptTextTable());
        model.ApplyConfiguration(new ResearchStudyTable());
        model.ApplyConfiguration(new RestrictionTable());
        model.ApplyConfiguration(new FreezeTable());
        model.ApplyConfiguration(new RepresentativeTable());
        model.ApplyConfiguration(new RepresentationContestTable());
        model.ApplyConfiguration(new EmergencyAccessTable());
        model.ApplyConfiguration(new IncidentTable());
        model.ApplyConfiguration(new CommunicationEntryView());
        model.ApplyConfiguration(new TombstoneTable());
        model.ApplyConfiguration(new AccountTable());
        model.ApplyConfiguration(new PasskeyTable());
        model.ApplyConfiguration(new RecoveryCodeTable());
        model.ApplyConfiguration(new AccountSessionTable());
        model.ApplyConfiguration(new RefreshTokenTable());
        model.ApplyConfiguration(new IntegratorKeyTable());
    }
}
