namespace Barometre.Application.Shared;

/// <summary>The database transaction of one command.</summary>
public interface IUnitOfWork
{
    Task BeginAsync(CancellationToken cancellationToken);

    Task CommitAsync(CancellationToken cancellationToken);

    Task RollbackAsync();

    /// <summary>Sends what was kept to travel with a reading and has not: an entry in the register, when nothing was read after it.</summary>
    Task SettleAsync(CancellationToken cancellationToken);
}

/// <summary>Opens a record's rows to the rest of a request whose access decision was not about that record: a record being made, a code being used.</summary>
public interface IRecordScope
{
    Task OpenAsync(Guid serviceUserId, CancellationToken cancellationToken);

    /// <summary>Opens every record to the installation itself; the database has a policy for it under the worker's login only.</summary>
    void OpenForEveryone();
}

/// <summary>Opens a record's rows to a command that writes in it though its access decision was not about that record.</summary>
public interface IHeldRecords
{
    /// <summary>Waits for whoever is alone with the record; they wait for the command.</summary>
    Task OpenAsync(Guid serviceUserId, CancellationToken cancellationToken);

    /// <summary>Alone with the record (<see cref="Access.Alone"/>): waits for the commands under way in it, and those that come meanwhile wait. For a command that takes somebody's access away.</summary>
    Task OpenAloneAsync(Guid serviceUserId, CancellationToken cancellationToken);
}

/// <summary>Sends the readings of several modules to the database together: one round trip for all.</summary>
public interface IRoundTrip
{
    /// <summary>Starts every reading, sends what they ask at once, and waits for all of them.</summary>
    /// <remarks>What each asks before it waits for anything else travels together; what it asks later travels by itself, one reading after the other.</remarks>
    Task TogetherAsync(IReadOnlyCollection<Func<Task>> readings, CancellationToken cancellationToken);
}
