namespace Barometre.Application.Participation.Register;

/// <summary>Reads whole registers, to verify them.</summary>
public interface IRegisterLines
{
    /// <summary>The records that have a register, or whose register has a beginning or an end only.</summary>
    Task<IReadOnlyList<Guid>> PeopleAsync(CancellationToken cancellationToken);

    /// <summary>A person's register in the order of its numbers, the record being open.</summary>
    IAsyncEnumerable<RegisterLine> LinesAsync(Guid serviceUserId, CancellationToken cancellationToken);

    /// <summary>Where the register says that it ends; number 0 when it says nothing.</summary>
    Task<RegisterEnd> EndAsync(Guid serviceUserId, CancellationToken cancellationToken);
}
