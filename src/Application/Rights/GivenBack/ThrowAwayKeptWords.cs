using Barometre.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Rights.GivenBack;

/// <summary>The caller throws away something that they once said in a record that was erased; thrown away already, nothing changes.</summary>
public sealed record ThrowAwayKeptWordsCommand(Guid KeptWordsId) : ICommand<int>
{
    public Needed Access => Needed.SignedIn;
}

internal sealed class ThrowAwayKeptWordsHandler(IRightsDb db, Caller caller) : IRequestHandler<ThrowAwayKeptWordsCommand, int>
{
    public Task<int> Handle(ThrowAwayKeptWordsCommand command, CancellationToken cancellationToken)
    {
        var account = caller.Author();
        return db.KeptWords.Where(words => words.AccountId == account && words.Id == command.KeptWordsId).ExecuteDeleteAsync(cancellationToken);
    }
}
