using Barometre.Application.Shared;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Register;

/// <summary>What a verification found.</summary>
/// <param name="Entries">How many entries hold, from the first.</param>
/// <param name="FirstBreak">The number of the first entry that is missing, altered or out of place; null when the chain holds.</param>
public sealed record RegisterVerdict(Guid ServiceUserId, long Entries, long? FirstBreak);

/// <summary>Verifies, entry by entry, that a register of a person's record is what it was when it was written.</summary>
public sealed record VerifyRegisterQuery(Guid ServiceUserId, ChainedRegister Register = ChainedRegister.WhoLooked) : IQuery<RegisterVerdict>
{
    public Needed Access => Needed.SystemFor(ServiceUserId);
}

internal sealed class VerifyRegisterHandler(IRegisterLines lines) : IRequestHandler<VerifyRegisterQuery, RegisterVerdict>
{
    public async Task<RegisterVerdict> Handle(VerifyRegisterQuery query, CancellationToken cancellationToken)
    {
        // The end is read before and after the entries: those made meanwhile stand between the two and are no break.
        var before = await lines.EndAsync(query.Register, query.ServiceUserId, cancellationToken);
        var chain = new RegisterChain();
        await foreach (var line in lines.LinesAsync(query.Register, query.ServiceUserId, cancellationToken))
        {
            if (!chain.Follow(line))
            {
                break;
            }

            if (line.Number == before.Number && !chain.Reached.Is(before))
            {
                chain.Ends(line.Number);
            }
        }

        var after = await lines.EndAsync(query.Register, query.ServiceUserId, cancellationToken);
        if (chain.Reached.Number < before.Number)
        {
            chain.Ends(chain.Reached.Number);
        }
        else if (after.Number < chain.Reached.Number || (after.Number == chain.Reached.Number && !after.Is(chain.Reached)))
        {
            chain.Ends(after.Number);
        }

        return new RegisterVerdict(query.ServiceUserId, chain.Reached.Number, chain.FirstBreak);
    }
}
