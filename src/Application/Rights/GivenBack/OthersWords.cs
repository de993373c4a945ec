using Barometre.Application.CoProduction.Contracts;
using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using Barometre.Application.SocialNetwork.Contracts;
using Barometre.Domain.Rights.GivenBack;

namespace Barometre.Application.Rights.GivenBack;

/// <summary>Gives what others said in a record that is being erased back to whoever said it: their own words alone, without the names that the record knows.</summary>
public sealed class OthersWords(IRightsDb db, IOthersSayings dialogue, IAccountsReader accounts, ICircleReader circle, INetworkReader network, IRecordKeys keys)
{
    public const string Column = "rights.kept_words.words";

    /// <summary>Adds them to the command's changes; returns how many they are.</summary>
    public async Task<int> GiveBackAsync(Guid serviceUserId, Guid? personsAccount, CancellationToken cancellationToken)
    {
        // Without a key nothing was ever said, or nothing of it can be read.
        if ((await keys.ForManyAsync([serviceUserId], cancellationToken)).Count == 0)
        {
            return 0;
        }

        var said = (await dialogue.AllAsync(serviceUserId, cancellationToken)).Where(saying => saying.AuthorId != personsAccount).ToList();
        var known = (await accounts.KnownAsync([.. said.Select(saying => saying.AuthorId)], cancellationToken)).Where(account => !account.IsSystem).Select(account => account.AccountId).ToHashSet();
        said.RemoveAll(saying => !known.Contains(saying.AuthorId));
        if (said.Count == 0)
        {
            return 0;
        }

        var names = await NamesAsync(serviceUserId, personsAccount, cancellationToken);
        foreach (var saying in said)
        {
            var key = await keys.ForAsync(saying.AuthorId, cancellationToken);
            db.KeptWords.Add(KeptWords.Of(saying.AuthorId, saying.SaidOn, key.Seal(Column, names.Hide(saying.Words))));
        }

        return said.Count;
    }

    private async Task<HiddenNames> NamesAsync(Guid serviceUserId, Guid? personsAccount, CancellationToken cancellationToken)
    {
        List<string?> persons = [(await circle.PersonAsync(serviceUserId, cancellationToken))?.CalledName];
        if (personsAccount is { } account)
        {
            persons.AddRange((await accounts.KnownAsync([account], cancellationToken)).Select(one => one.DisplayName));
        }

        return new HiddenNames(persons.OfType<string>(), await network.NamesAsync(serviceUserId, cancellationToken));
    }
}
