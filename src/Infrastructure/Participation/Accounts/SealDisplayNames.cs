using System.Security.Cryptography;
using Barometre.Application.Participation.Accounts;
using Barometre.Application.Shared.Mail;
using Barometre.Infrastructure.Shared;
using Microsoft.AspNetCore.DataProtection;
using Npgsql;

namespace Barometre.Infrastructure.Participation.Accounts;

/// <summary>Seals the names that accounts were shown by in clear: those from before, and those that a node of an older release still writes beside newer ones.</summary>
internal sealed class SealDisplayNames(IDataProtectionProvider protection, IAccountSeal seal) : IUpgradeStep
{
    public async Task RunAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var names = await ReadAsync(connection, cancellationToken);
        if (names.Count == 0)
        {
            return;
        }

        await RequireKeysAsync(connection, cancellationToken);
        foreach (var (account, name) in names)
        {
            await using var update = new NpgsqlCommand("UPDATE participation.account SET display_name_sealed = $2, display_name = '' WHERE id = $1 AND display_name = $3", connection);
            update.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = account });
            update.Parameters.Add(new NpgsqlParameter { Value = (object?)seal.SealName(name) ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Bytea });
            update.Parameters.Add(new NpgsqlParameter<string> { TypedValue = name });
            await update.ExecuteNonQueryAsync(cancellationToken);
        }

        // What rows were stays in the table's file until the table is written anew.
        await using var anew = new NpgsqlCommand("VACUUM (FULL) participation.account", connection);
        await anew.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<List<(Guid Account, string Name)>> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        List<(Guid, string)> names = [];
        await using var command = new NpgsqlCommand("SELECT id, display_name FROM participation.account WHERE display_name <> ''", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            names.Add((reader.GetGuid(0), reader.GetString(1)));
        }

        return names;
    }

    // Sealed with keys that no node has, they would be lost.
    private async Task RequireKeysAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT name_sealed FROM participation.account WHERE name_sealed IS NOT NULL LIMIT 1", connection);
        if (await command.ExecuteScalarAsync(cancellationToken) is not byte[] known)
        {
            return;
        }

        try
        {
            protection.CreateProtector(AccountStore.NamePurpose).Unprotect(known);
        }
        catch (CryptographicException failure)
        {
            throw new InvalidOperationException(
                "Names of accounts are to be sealed, and the keys here are not this installation's: run migrate with BAROMETRE_KEYS naming the folder that its nodes use. No name was changed.", failure);
        }
    }
}
