using Barometre.Infrastructure.Shared;
using Npgsql;

namespace Barometre.IntegrationTests.Schema;

/// <summary>Each rule on the schema reports what was planted against it, in a database of its own.</summary>
public sealed class PlantedSchemaTests(PlantedSchemaTests.Scratch scratch) : IClassFixture<PlantedSchemaTests.Scratch>
{
    private const string Planted = """
        CREATE SCHEMA planted;
        CREATE TABLE planted.leak (id uuid PRIMARY KEY, service_user_id uuid NOT NULL REFERENCES participation.service_user, code text UNIQUE);
        CREATE TABLE planted.keyless (service_user_id uuid NOT NULL);
        CREATE TABLE planted.half (service_user_id uuid PRIMARY KEY);
        ALTER TABLE planted.half ENABLE ROW LEVEL SECURITY;
        CREATE POLICY all_people ON planted.half USING (true);
        CREATE TABLE planted.child (service_user_id uuid, id uuid, parent uuid REFERENCES planted.half, PRIMARY KEY (service_user_id, id));
        GRANT TRUNCATE ON planted.leak TO barometre_worker;
        GRANT INSERT, UPDATE, DELETE ON participation.register_entry TO barometre_app;
        GRANT DELETE ON participation.register_head TO barometre_registrar;
        GRANT CREATE ON SCHEMA planted TO barometre_worker;
        CREATE FUNCTION planted.power() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1';
        ALTER TABLE participation.enrolment ALTER COLUMN project_id DROP NOT NULL, ALTER COLUMN since TYPE date;
        ALTER TABLE participation.service_user ALTER COLUMN language TYPE varchar(3), ADD COLUMN extra text;
        DROP INDEX participation.enrolment_once;
        """;

    [Fact]
    public async Task Differences_between_model_and_database()
    {
        var participation = Models.Contexts(scratch.ConnectionString).Single(context => context.Schema == "participation");
        var believed = Models.Shape(participation).Where(line => line.StartsWith("participation.enrolment", StringComparison.Ordinal) || line.StartsWith("participation.service_user ", StringComparison.Ordinal));
        var there = (await Catalogue.ShapeAsync(scratch.Source)).Where(line => line.StartsWith("participation.enrolment", StringComparison.Ordinal) || line.StartsWith("participation.service_user ", StringComparison.Ordinal));

        Assert.Equal(
        [
            "the database alone: participation.enrolment column project_id uuid null",
            "the database alone: participation.enrolment column since date",
            "the database alone: participation.service_user column extra text null",
            "the database alone: participation.service_user column language character varying(3)",
            "the model alone: participation.enrolment column project_id uuid",
            "the model alone: participation.enrolment column since timestamp with time zone",
            "the model alone: participation.enrolment unique (service_user_id, project_id) where untilISNULL",
            "the model alone: participation.service_user column language character varying(2)",
        ],
        Linter.Differences(believed, there));
    }

    [Fact]
    public async Task Keys_without_the_person_and_references_that_leave()
    {
        var shape = (await Catalogue.ShapeAsync(scratch.Source)).Where(line => line.StartsWith("planted", StringComparison.Ordinal)).ToList();
        var personal = await Catalogue.PersonalAsync(scratch.Source);

        Assert.Equal(["planted.leak references participation.service_user (service_user_id)"], Linter.CrossSchema(shape));
        Assert.Equal(
            ["planted.child references planted.half (parent)", "planted.keyless has no primary key", "planted.leak key (id)", "planted.leak unique (code)"],
            Linter.PersonNotFirst(shape, [.. personal.Where(table => table.StartsWith("planted", StringComparison.Ordinal))]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Walls_that_are_missing()
    {
        var open = await Catalogue.OpenTablesAsync(scratch.Source);

        Assert.Contains("planted.leak has no row-level security", open);
        Assert.Contains("planted.half does not force it on its owner", open);
        Assert.Contains("planted.half has a policy for everybody", open);
        Assert.Contains("planted.half has no policy for barometre_app", open);
    }

    [Fact]
    public async Task Powers_that_no_login_should_have()
    {
        var powers = await Catalogue.PowersAsync(scratch.Source);
        var changes = await Catalogue.ChangesAsync(scratch.Source);

        Assert.Equal(["barometre_worker may create in schema planted", "barometre_worker may truncate planted.leak"], powers);
        Assert.Contains("barometre_app participation.register_entry", await Catalogue.AdditionsAsync(scratch.Source));
        Assert.Contains("barometre_app participation.register_entry hash", changes);
        Assert.Contains("barometre_app participation.register_entry (delete)", changes);
    }

    [Fact]
    public async Task Powers_that_a_function_lends_and_nobody_declared()
    {
        var lent = await Catalogue.LentPowersAsync(scratch.Source);

        Assert.Equal(
            ["barometre_registrar may delete participation.register_head", "planted.power looks names up where its caller says", "planted.power may be called by everybody", "planted.power runs as its owner"],
            lent.Except(Declared.LentPowers.Keys).Except(await Catalogue.PowersOfRightsAsync(scratch.Source)));
    }

    [Fact]
    public async Task An_applied_migration_that_has_changed_is_refused()
    {
        await using var databases = scratch.Databases();
        await using (var change = databases.Owner.CreateCommand("UPDATE platform.migration SET checksum = 'other' WHERE name = 'Participation/0001_participation'"))
        {
            Assert.Equal(1, await change.ExecuteNonQueryAsync());
        }

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => new Migrator(databases, [], []).MigrateAsync(CancellationToken.None));

        Assert.Contains("Participation/0001_participation", refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>A migrated database, then spoilt.</summary>
    public sealed class Scratch : IAsyncLifetime
    {
        private readonly ScratchDatabase _database = new();

        public NpgsqlDataSource Source { get; private set; } = null!;

        public string ConnectionString => _database.ConnectionString;

        public Databases Databases() => _database.Databases();

        public async Task InitializeAsync()
        {
            await _database.CreateAsync();
            await using var databases = Databases();
            await new Migrator(databases, [], []).MigrateAsync(CancellationToken.None);
            Source = NpgsqlDataSource.Create(ConnectionString);
            await using var command = Source.CreateCommand(Planted);
            await command.ExecuteNonQueryAsync();
        }

        public async Task DisposeAsync()
        {
            await Source.DisposeAsync();
            await _database.DropAsync();
        }
    }
}
