using Barometre.Application.Participation.Communications;
using Barometre.Application.Participation.Consents;
using Barometre.Application.Participation.Register;
using Barometre.Application.Participation.Tombstones;
using Barometre.Domain.Participation;
using Barometre.Domain.Participation.Accounts;
using Barometre.Domain.Participation.Consents;
using Barometre.Domain.Participation.Incidents;
using Barometre.Domain.Participation.Rights;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.Participation;

/// <summary>The module's tables, as its use cases see them (docs/decisions/0007).</summary>
public interface IParticipationDb
{
    DbSet<ServiceUser> ServiceUsers { get; }

    DbSet<Enrolment> Enrolments { get; }

    DbSet<Organisation> Organisations { get; }

    DbSet<Project> Projects { get; }

    DbSet<RoleAssignment> RoleAssignments { get; }

    DbSet<Demonstration> Demonstrations { get; }

    DbSet<CircleMember> CircleMembers { get; }

    DbSet<CircleFact> CircleFacts { get; }

    /// <summary>Read only.</summary>
    DbSet<AccountName> AccountNames { get; }

    /// <summary>Read only: entries are made by the access decision.</summary>
    DbSet<RegisterEntry> RegisterEntries { get; }

    DbSet<Consent> Consents { get; }

    DbSet<ConsentFact> ConsentFacts { get; }

    /// <summary>Read only: kept by <see cref="IConsentContent"/>.</summary>
    DbSet<KeptText> KeptTexts { get; }

    DbSet<ResearchStudy> ResearchStudies { get; }

    DbSet<Restriction> Restrictions { get; }

    DbSet<Freeze> Freezes { get; }

    DbSet<Representative> Representatives { get; }

    DbSet<RepresentationContest> RepresentationContests { get; }

    DbSet<EmergencyAccess> EmergencyAccesses { get; }

    DbSet<Incident> Incidents { get; }

    /// <summary>Read only: entries are made by <see cref="Contracts.ICommunications"/>.</summary>
    DbSet<CommunicationEntry> Communications { get; }

    /// <summary>Read only: added by <see cref="Contracts.ITombstones"/>.</summary>
    DbSet<Tombstone> Tombstones { get; }

    DbSet<AccountSession> Sessions { get; }

    DbSet<RefreshToken> RefreshTokens { get; }

    DbSet<IntegratorKey> IntegratorKeys { get; }

    Task<int> SaveChangesAsync(CancellationToken cancellationToken);

    /// <summary>Lets one command at a time decide about who administers, until its transaction ends.</summary>
    Task LockAdministratorsAsync(CancellationToken cancellationToken);
}

/// <summary>The name that an account goes by, sealed (<see cref="Accounts.DisplayNames"/>): a list opens it after reading, and orders by it in memory.</summary>
public sealed class AccountName
{
    public Guid Id { get; private init; }

    /// <summary>Null until one is chosen.</summary>
    public byte[]? DisplayNameSealed { get; private init; }
}
