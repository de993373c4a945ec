using Barometre.Infrastructure.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Barometre.IntegrationTests.Schema;

/// <summary>What the modules' contexts believe of their tables, in the catalogue's own words.</summary>
internal static class Models
{
    public static IReadOnlyList<ModuleDbContext> Contexts(string connection) =>
        [.. typeof(ModuleDbContext).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(ModuleDbContext)))
            .Select(type => (ModuleDbContext)Activator.CreateInstance(type, Options(type, connection))!)];

    public static IReadOnlyList<string> Tables(ModuleDbContext context) => [.. Relational(context).Tables.Select(Name).Order(StringComparer.Ordinal)];

    public static IEnumerable<string> Shape(DbContext context) => Relational(context).Tables.SelectMany(Shape);

    private static IRelationalModel Relational(DbContext context) => context.GetService<IDesignTimeModel>().Model.GetRelationalModel();

    private static IEnumerable<string> Shape(ITable table) =>
    [
        .. table.Columns.Select(column => $"{Name(table)} column {column.Name} {Type(column.StoreType)}{(column.IsNullable ? " null" : "")}"),
        .. table.UniqueConstraints.Select(unique => $"{Name(table)} {(unique.GetIsPrimaryKey() ? "key" : "unique")} ({List(unique.Columns)})"),
        .. table.Indexes.Where(index => index.IsUnique).Select(index => $"{Name(table)} unique ({List(index.Columns)}){(index.Filter is null ? "" : $" where {index.Filter}")}"),
        .. table.ForeignKeyConstraints.Select(foreign => $"{Name(table)} references {Name(foreign.PrincipalTable)} ({List(foreign.Columns)})"),
    ];

    private static string Name(ITableBase table) => $"{table.Schema}.{table.Name}";

    private static string List(IEnumerable<IColumnBase> columns) => string.Join(", ", columns.Select(column => column.Name));

    /// <summary>As the catalogue spells it.</summary>
    private static string Type(string store) => store.Replace("varchar", "character varying", StringComparison.Ordinal).Replace("timestamptz", "timestamp with time zone", StringComparison.Ordinal);

    private static DbContextOptions Options(Type context, string connection)
    {
        var builder = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(context))!;
        return builder.UseNpgsql(connection).Options;
    }
}
