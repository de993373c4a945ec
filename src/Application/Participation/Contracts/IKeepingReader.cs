namespace Barometre.Application.Participation.Contracts;

/// <summary>Tells other modules who is to know that a record will be closed or erased because nobody was there for long; the person's rows must be open.</summary>
public interface IKeepingReader
{
    /// <summary>Today: the person; whoever decides in their rights; and, without an account of theirs, the practitioners of their circle and the coordinators of the projects they are in, but for whom
    /// the person keeps out.</summary>
    Task<IReadOnlyCollection<Guid>> ToldAsync(Guid serviceUserId, CancellationToken cancellationToken);
}
