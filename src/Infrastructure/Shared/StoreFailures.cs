using System.Net.Sockets;
using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Barometre.Infrastructure.Shared;

/// <summary>Reads PostgreSQL's and Entity Framework's failures: a violated rule is the rule's, a lost race is said as such, anything else stays a fault of ours.</summary>
internal sealed class StoreFailures(IEnumerable<ConstraintError> constraints) : IStoreFailures
{
    // What participation.require_standing refuses a reading with.
    private const string OutdatedDecision = "BA001";

    private readonly Dictionary<string, Error> _constraints = constraints.ToDictionary(known => known.Constraint, known => known.Error, StringComparer.Ordinal);

    public Exception Translate(Exception failure) => failure switch
    {
        // The version column was not what the aggregate had when it was read.
        DbUpdateConcurrencyException => new LostRace(),
        DbUpdateException { InnerException: { } cause } => Translate(cause),
        InvalidOperationException { InnerException: { } cause } when MayPass(cause) => Translate(cause),
        PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected } => new RuleViolation(SharedErrors.Concurrent),
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } violated => Violation(violated, SharedErrors.AlreadyThere),
        PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation } violated => Violation(violated, SharedErrors.RefersToNothing),
        PostgresException { SqlState: PostgresErrorCodes.CheckViolation or PostgresErrorCodes.ExclusionViolation } violated
            when _constraints.TryGetValue(violated.ConstraintName ?? "", out var error) => new RuleViolation(error),
        PostgresException { SqlState: PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CannotConnectNow } => new StoreUnavailable(),
        PostgresException => failure,
        NpgsqlException { InnerException: SocketException or TimeoutException or IOException } => new StoreUnavailable(),
        _ => failure,
    };

    public bool MayPass(Exception failure) => failure switch
    {
        DbUpdateConcurrencyException => false,
        PostgresException undone => undone.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected,
        // Entity Framework's own wrappings, of what was saved and of what was read.
        DbUpdateException or InvalidOperationException => failure.InnerException is { } cause && MayPass(cause),
        _ => false,
    };

    public bool IsOutdated(Exception failure) =>
        failure is PostgresException { SqlState: OutdatedDecision } || (failure is InvalidOperationException { InnerException: { } cause } && IsOutdated(cause));

    private RuleViolation Violation(PostgresException violated, Error otherwise) =>
        new(_constraints.GetValueOrDefault(violated.ConstraintName ?? "", otherwise));
}
