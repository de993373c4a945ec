using System.Text;
using Barometre.Domain.Shared;
using Barometre.Infrastructure.Shared.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Barometre.Infrastructure.Shared;

/// <summary>What every module's context has in common: its own schema, snake_case names, enums as words, an outbox filled from its aggregates' events.</summary>
public abstract class ModuleDbContext(DbContextOptions options, string schema) : DbContext(options)
{
    public string Schema { get; } = schema;

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        foreach (var aggregate in ChangeTracker.Entries<Aggregate>().Select(entry => entry.Entity).Where(entity => entity.Events.Count > 0).ToList())
        {
            AddRange(aggregate.Events.Select(OutboxMessage.Of));
            aggregate.ClearEvents();
        }

        // The session's transaction is the command's: without this each SaveChanges would open its own.
        Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        // A command that fails is rolled back whole: a savepoint around each SaveChanges would only cost round trips.
        Database.AutoSavepointsEnabled = false;
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>The module's tables, each from its own <c>IEntityTypeConfiguration</c>.</summary>
    protected abstract void Tables(ModelBuilder model);

    protected sealed override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema(Schema);
        modelBuilder.ApplyConfiguration(new OutboxTable());
        Tables(modelBuilder);
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            // What is only read through another name (a view) is no table of ours.
            if (entity.GetViewName() is null)
            {
                entity.SetTableName(SnakeCase(entity.GetTableName() ?? entity.ClrType.Name));
            }

            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(SnakeCase(property.Name));
                var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
                if (type.IsEnum)
                {
                    property.SetValueConverter((ValueConverter)Activator.CreateInstance(typeof(EnumWords<>).MakeGenericType(type))!);
                }
            }

            if (typeof(Aggregate).IsAssignableFrom(entity.ClrType))
            {
                modelBuilder.Entity(entity.ClrType).Ignore(nameof(Aggregate.Events));
                modelBuilder.Entity(entity.ClrType).Property(nameof(Aggregate.Version)).IsConcurrencyToken();
            }
        }
    }

    /// <summary><c>CalledName</c> → <c>called_name</c>.</summary>
    public static string SnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && name[i - 1] != '_')
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }

    private sealed class EnumWords<TEnum>() : ValueConverter<TEnum, string>(value => Words.Of(value), word => Words.Parse<TEnum>(word))
        where TEnum : struct, Enum;
}

/// <summary>Enum values as the words that the database and the API use: <c>RatherNotSay</c> ↔ <c>rather_not_say</c>.</summary>
public static class Words
{
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => Map<TEnum>.ToWord[value];

    public static TEnum Parse<TEnum>(string word)
        where TEnum : struct, Enum => Map<TEnum>.FromWord[word];

    private static class Map<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly Dictionary<TEnum, string> ToWord = Enum.GetValues<TEnum>().ToDictionary(value => value, value => ModuleDbContext.SnakeCase(value.ToString()));
        public static readonly Dictionary<string, TEnum> FromWord = ToWord.ToDictionary(pair => pair.Value, pair => pair.Key);
    }
}
