using Barometre.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Rights.GivenBack;

/// <summary>The caller throws away everything that they once said in records that were erased.</summary>
public sealed record ThrowAwayAllKeptWordsCommand : ICommand<int>
{
    public Needed Access => Needed.SignedIn;
}

internal sealed class ThrowAwayAllKeptWordsHandler(IRightsDb db, Caller caller) : IRequestHandler<ThrowAwayAllKeptWordsCommand, int>
{
    public Task<int> Handle(ThrowAwayAllKeptWordsCommand command, CancellationToken cancellationToken)
    {
        var account = caller.Author();
        return db.KeptWords.Where(words => words.AccountId == account).ExecuteDeleteAsync(cancellationToken);
    }
}
