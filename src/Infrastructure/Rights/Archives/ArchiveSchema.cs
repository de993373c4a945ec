using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Barometre.Infrastructure.Rights.Catalogue;
using Barometre.Infrastructure.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Barometre.Infrastructure.Rights.Archives;

/// <summary>The published form of an archive (JSON Schema 2020-12), from the modules' models alone: no database is needed.</summary>
public static class ArchiveSchema
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write()
    {
        var tables = new JsonObject(Tables().Select(table => KeyValuePair.Create(Name(table), (JsonNode?)RowsOf(table))));
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "barometre-archive/1",
            ["description"] = "manifest.json of an archive. Each file record/SCHEMA.TABLE.json is an array as $defs describes it; words that lie sealed in the database stand there opened, under the column's name without _sealed. "
                + "Tables that no model maps follow the same habits. Times are ISO 8601 in UTC, bytes are hexadecimal after \\x, numbers that the database gives are ranks.",
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["format"] = new JsonObject { ["const"] = ArchiveManifest.ThisFormat },
                ["serviceUserId"] = Text("uuid"),
                ["language"] = new JsonObject { ["enum"] = new JsonArray("fr", "en") },
                ["madeAt"] = Text("date-time"),
                ["installation"] = new JsonObject { ["type"] = "string", ["description"] = "SHA-256 of the public key (SPKI) that signed: manifest.sig is its signature (DER, base 64) of this file's bytes, public-key.pem the key." },
                ["algorithm"] = new JsonObject { ["const"] = SigningKey.Algorithm },
                ["migrations"] = new JsonObject { ["type"] = "array", ["items"] = Text(null) },
                ["files"] = new JsonObject
                {
                    ["type"] = "array",
                    ["items"] = new JsonObject
                    {
                        ["type"] = "object",
                        ["properties"] = new JsonObject { ["path"] = Text(null), ["sha256"] = Text(null), ["size"] = new JsonObject { ["type"] = "integer" }, ["count"] = new JsonObject { ["type"] = new JsonArray("integer", "null") } },
                        ["required"] = new JsonArray("path", "sha256", "size"),
                    },
                },
            },
            ["required"] = new JsonArray("format", "serviceUserId", "language", "madeAt", "installation", "algorithm", "migrations", "files"),
            ["$defs"] = tables,
        };
        return schema.ToJsonString(Json) + "\n";
    }

    private static IEnumerable<ITable> Tables() =>
        typeof(ModuleDbContext).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(ModuleDbContext)))
            .SelectMany(Relational).Where(table => table.Columns.Any(column => column.Name == "service_user_id") && !LeftOut.Is(Name(table)))
            .OrderBy(Name, StringComparer.Ordinal);

    private static IEnumerable<ITable> Relational(Type type)
    {
        // A model is made of types: the connection is never opened.
        var builder = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(type))!;
        using var context = (ModuleDbContext)Activator.CreateInstance(type, builder.UseNpgsql("Host=nowhere").Options)!;
        return [.. context.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables];
    }

    private static JsonObject RowsOf(ITable table) => new()
    {
        ["type"] = "array",
        ["items"] = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(table.Columns.OrderBy(column => column.Name, StringComparer.Ordinal).Select(column => KeyValuePair.Create(Member(column), (JsonNode?)Value(column)))),
        },
    };

    private static JsonObject Value(IColumn column)
    {
        var type = IsSealed(column) ? "text" : column.StoreType;
        var value = type switch
        {
            _ when type.EndsWith("[]", StringComparison.Ordinal) => new JsonObject { ["type"] = "array" },
            "uuid" => Text("uuid"),
            "date" => Text("date"),
            "boolean" => new JsonObject { ["type"] = "boolean" },
            "smallint" or "integer" or "bigint" => new JsonObject { ["type"] = "integer" },
            "double precision" or "numeric" or "real" => new JsonObject { ["type"] = "number" },
            "jsonb" or "json" => new JsonObject(),
            _ when type.StartsWith("timestamp", StringComparison.Ordinal) => Text("date-time"),
            _ => Text(null),
        };
        if (column.IsNullable && value["type"] is JsonValue one)
        {
            value["type"] = new JsonArray(one.GetValue<string>(), "null");
        }

        return value;
    }

    private static JsonObject Text(string? format) => format is null ? new JsonObject { ["type"] = "string" } : new JsonObject { ["type"] = "string", ["format"] = format };

    private static bool IsSealed(IColumn column) => column.Name.EndsWith("_sealed", StringComparison.Ordinal) && column.StoreType == "bytea";

    private static string Member(IColumn column) => IsSealed(column) ? column.Name[..^"_sealed".Length] : column.Name;

    private static string Name(ITable table) => $"{table.Schema}.{table.Name}";
}
