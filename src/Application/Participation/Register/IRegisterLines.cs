namespace Barometre.Application.Participation.Register;

/// <summary>Reads whole registers, to verify them.</summary>
public interface IRegisterLines
{
    /// <summary>The records that have one of the registers, or of which a beginning or an end only is there.</summary>
    Task<IReadOnlyList<Guid>> PeopleAsync(CancellationToken cancellationToken);

    /// <summary>A person's register in the order of its numbers, the record being open; an entry that is in no chain comes last.</summary>
    IAsyncEnumerable<IChainedLine> LinesAsync(ChainedRegister register, Guid serviceUserId, CancellationToken cancellationToken);

    /// <summary>Where the register says that it ends; number 0 when it says nothing.</summary>
    Task<RegisterEnd> EndAsync(ChainedRegister register, Guid serviceUserId, CancellationToken cancellationToken);
}
