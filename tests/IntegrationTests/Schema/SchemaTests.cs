using Barometre.Infrastructure.Shared;

namespace Barometre.IntegrationTests.Schema;

/// <summary>The migrated database is what the modules' contexts believe it to be, and what the house asks of every table (docs/decisions/0004, 0005).</summary>
[Collection(InstallationTests.Name)]
public sealed class SchemaTests(Installation installation)
{
    [Fact]
    public async Task Models_and_database_do_not_differ()
    {
        var contexts = Models.Contexts(installation.OwnerString);
        var believed = contexts.SelectMany(Models.Shape).ToList();
        var unmapped = Declared.Unmapped.Keys.ToHashSet();
        var there = (await Catalogue.ShapeAsync(installation.Owner))
            .Where(line => !unmapped.Contains(line.Split(' ')[0]))
            .Where(line => line.Split(' ') is not [_, "references", var target, ..] || !unmapped.Contains(target));

        Assert.True(contexts.Count >= 2);
        Findings.None(Linter.Differences(believed, there));
    }

    [Fact]
    public async Task A_table_that_no_model_maps_is_there_and_has_a_reason()
    {
        var mapped = Models.Contexts(installation.OwnerString).SelectMany(Models.Tables).ToList();
        var tables = await Catalogue.TablesAsync(installation.Owner);

        Findings.None(Declared.Unmapped.Keys.Except(tables).Select(table => $"{table} is declared unmapped and is not there"));
        Findings.None(Declared.Unmapped.Keys.Intersect(mapped).Select(table => $"{table} is declared unmapped and is mapped"));
        Assert.All(Declared.Unmapped.Values, reason => Assert.True(reason.Length > 20));
    }

    [Fact]
    public void A_context_keeps_to_its_own_schema() =>
        Findings.None(Models.Contexts(installation.OwnerString).SelectMany(context => Models.Tables(context).Where(table => table.Split('.')[0] != context.Schema).Select(table => $"{context.GetType().Name} maps {table}")));

    [Fact]
    public async Task No_foreign_key_leaves_its_schema() => Findings.None(Linter.CrossSchema(await Catalogue.ShapeAsync(installation.Owner)));

    [Fact]
    public async Task Every_table_is_declared_personal_or_not()
    {
        var tables = await Catalogue.TablesAsync(installation.Owner);
        var personal = await Catalogue.PersonalAsync(installation.Owner);

        Findings.None(tables.Except(Declared.Personal.Keys).Except(Declared.NotPersonal.Keys).Select(table => $"{table} is declared neither personal nor not personal (tests/IntegrationTests/Schema/Declared.cs)"));
        Findings.None(Declared.Personal.Keys.Concat(Declared.NotPersonal.Keys).Except(tables).Select(table => $"{table} is declared and is not there"));
        Findings.None(personal.Except(Declared.Personal.Keys).Select(table => $"{table} has service_user_id and is not declared personal"));
        Findings.None(Declared.Personal.Keys.Except(personal).Select(table => $"{table} is declared personal and has no service_user_id"));
    }

    [Fact]
    public async Task The_person_comes_first_in_every_key_of_a_personal_table() =>
        Findings.None(Linter.PersonNotFirst(await Catalogue.ShapeAsync(installation.Owner), await Catalogue.PersonalAsync(installation.Owner)).Except(Declared.KeysWithoutPerson.Keys));

    [Fact]
    public async Task Every_personal_table_has_its_wall() => Findings.None(await Catalogue.OpenTablesAsync(installation.Owner));

    [Fact]
    public async Task The_programs_logins_own_nothing_and_may_do_nothing_but_rows() => Findings.None(await Catalogue.PowersAsync(installation.Owner));

    [Fact]
    public async Task A_function_lends_only_the_power_that_is_declared()
    {
        var lent = (await Catalogue.LentPowersAsync(installation.Owner)).Except(await Catalogue.PowersOfRightsAsync(installation.Owner)).ToList();

        Findings.None(lent.Except(Declared.LentPowers.Keys).Select(power => $"{power}: not declared (tests/IntegrationTests/Schema/Declared.cs)"));
        Findings.None(Declared.LentPowers.Keys.Except(lent).Select(power => $"{power}: declared, and not so"));
    }

    [Fact]
    public async Task A_record_and_an_account_can_be_erased_from_every_table_there_is() =>
        Findings.None((await Catalogue.PowersOfRightsAsync(installation.Owner)).Except(await Catalogue.LentPowersAsync(installation.Owner)));

    [Fact]
    public async Task Where_a_record_names_an_account_is_looked_at_before_that_account_is_erased()
    {
        await using var command = installation.Owner.CreateCommand("""
            SELECT DISTINCT p.schema_name || '.' || p.table_name FROM pg_constraint c JOIN platform.personal_table p ON p.name = c.conrelid
             WHERE c.contype = 'f' AND c.confrelid = 'participation.account'::regclass
            """);
        await using var reader = await command.ExecuteReaderAsync();
        List<string> tables = [];
        while (await reader.ReadAsync())
        {
            tables.Add(reader.GetString(0));
        }

        // The person's own is released; RecordEnding.IsUsedElsewhereAsync looks at the others.
        Assert.Equal(["participation.circle_member", "participation.emergency_access", "participation.representative", "participation.service_user"], tables.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_a_function_alone_may_add_to_no_login_may() =>
        Findings.None((await Catalogue.AdditionsAsync(installation.Owner)).Where(addition => Declared.AddedByNoLogin.ContainsKey(addition.Split(' ')[1])));

    [Fact]
    public async Task What_was_written_can_be_changed_only_where_it_says_so()
    {
        var changes = await Catalogue.ChangesAsync(installation.Owner);
        var facts = changes.Where(change => Declared.Facts.ContainsKey(change.Split(' ')[1]));

        Findings.None(facts.Where(change => !Declared.Facts[change.Split(' ')[1]].Contains(change.Split(' ')[2])));
        Findings.None(changes.Where(change => change.StartsWith(Databases.AppLogin, StringComparison.Ordinal) && change.EndsWith("(delete)", StringComparison.Ordinal))
            .Select(change => change.Split(' ')[1]).Except(Declared.DeletedByTheApp.Keys).Select(table => $"{table}: the app may delete rows"));
    }

    [Fact]
    public async Task Migrating_again_changes_nothing()
    {
        var before = await Catalogue.ShapeAsync(installation.Owner);
        await using var databases = installation.Databases();

        var applied = await new Migrator(databases, [], []).MigrateAsync(CancellationToken.None);

        Assert.Empty(applied);
        Assert.Equal(before, await Catalogue.ShapeAsync(installation.Owner));
    }
}
