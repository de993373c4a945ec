using System.Text.Json;
using System.Text.Json.Serialization;
using Barometre.Application.Participation.Consents;
using Barometre.Domain.Participation.Consents;
using Barometre.Infrastructure.Shared;
using Barometre.Infrastructure.Shared.Published;
using Npgsql;

namespace Barometre.Infrastructure.Participation.Consents;

/// <summary>The texts of consents: today's are those that this release carries, so that no node shows one and takes a yes to another.</summary>
internal sealed class ConsentLibrary(DatabaseSession session, TimeProvider time) : IConsentContent
{
    // A part that is missing is a mistake to be found at once, not a text with a hole.
    private static readonly JsonSerializerOptions Habits = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) }, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true,
    };

    private static readonly Lazy<ConsentContent> Newest = new(() => Parse(ContentVersions.Carried("Participation.Consents").MaxBy(content => Version.Parse(EditionOf(content).Version))!));

    public ConsentContent Current => Newest.Value;

    public Task KeepAsync(ConsentText text, CancellationToken cancellationToken)
    {
        var statement = new NpgsqlBatchCommand("INSERT INTO participation.consent_text VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING")
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = text.Hash },
                new NpgsqlParameter<string> { TypedValue = Words.Of(text.Kind) },
                new NpgsqlParameter<string> { TypedValue = text.Version },
                new NpgsqlParameter<string> { TypedValue = text.Language },
                new NpgsqlParameter<string> { TypedValue = text.InOne() },
                new NpgsqlParameter<DateTime> { TypedValue = time.GetUtcNow().UtcDateTime },
            },
        };
        return session.ReadAsync(statement, reader => reader.ReadAsync(cancellationToken), cancellationToken);
    }

    /// <summary>Which version a published text is: older ones have other parts, and are carried as they were published.</summary>
    internal static ConsentEdition EditionOf(string content) => JsonSerializer.Deserialize<ConsentEdition>(content, Habits) ?? throw new JsonException("The texts of consents are empty.");

    /// <summary>Reads the newest version from its published text.</summary>
    internal static ConsentContent Parse(string content) => JsonSerializer.Deserialize<ConsentContent>(content, Habits) ?? throw new JsonException("The texts of consents are empty.");
}

/// <summary>Publishes the versions that this release carries.</summary>
internal sealed class PublishedConsents(TimeProvider time) : IPublishedContent
{
    public async Task PublishAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        foreach (var text in await ContentVersions.CarriedAsync("Participation.Consents", cancellationToken))
        {
            var edition = ConsentLibrary.EditionOf(text);
            await ContentVersions.PublishAsync(
                connection, "participation.consent_content", new ContentVersion(edition.Code, edition.Version, text), time.GetUtcNow(), cancellationToken);
        }
    }
}

/// <summary>A published version of the texts, by name.</summary>
internal sealed record ConsentEdition(string Code, string Version);
