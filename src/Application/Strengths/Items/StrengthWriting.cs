using Barometre.Application.Shared;
using Barometre.Application.Strengths.Catalogue;
using Barometre.Domain.Shared;
using Barometre.Domain.Strengths;
using FluentValidation;
using FluentValidation.Results;

namespace Barometre.Application.Strengths.Items;

/// <summary>What a strength says, as people send it.</summary>
/// <param name="Words">At most 500 characters, of whoever speaks; a suggestion's text is only where they began.</param>
/// <param name="Suggestion">The code of the suggestion that was chosen; none when not said.</param>
/// <param name="Theme">The theme of quality of life that it points to.</param>
/// <param name="AlterId">Whom it points to on the person's map.</param>
/// <param name="Resource">The community resource that it points to, in at most 200 characters.</param>
public sealed record SaidStrength(
    string Words,
    StrengthKind Kind,
    StrengthDomain Domain,
    StrengthTime Time,
    string? Suggestion = null,
    string? Theme = null,
    Guid? AlterId = null,
    string? Resource = null);

/// <summary>Where a strength stands after something was noted about it.</summary>
/// <param name="FactId">What was noted.</param>
/// <param name="At">The time that counts.</param>
public sealed record NotedStrength(Guid StrengthId, Guid FactId, StrengthStanding Standing, DateTimeOffset At);

internal sealed class SaidStrengthValidator : AbstractValidator<SaidStrength>
{
    public SaidStrengthValidator()
    {
        RuleFor(said => said.Words).NotEmpty().MaximumLength(Strength.LongestWords);
        RuleFor(said => said.Kind).IsInEnum();
        RuleFor(said => said.Domain).IsInEnum();
        RuleFor(said => said.Time).IsInEnum();
        RuleFor(said => said.Suggestion).MaximumLength(100);
        RuleFor(said => said.Theme).MaximumLength(100);
        RuleFor(said => said.Resource).MaximumLength(Strength.LongestResource);
    }
}

/// <summary>Where a strength's words stand in the database.</summary>
public static class StrengthColumns
{
    public const string Words = "strengths.strength_fact.words";

    public const string Resource = "strengths.strength_fact.resource";

    public const string Reason = "strengths.strength_fact.reason";

    public static byte[]? SealIfAny(this IRecordKey key, string column, string? words) => words is null ? null : key.Seal(column, words);

    public static string? OpenIfAny(this IRecordKey key, string column, byte[]? words) => words is null ? null : key.Open(column, words);
}

/// <summary>What noting anything about a strength has in common: in whose name, with what content, whether it was noted before.</summary>
public sealed class StrengthWriting(IRecordKeys keys, IStrengthCatalogues catalogues, LinkBook links, Caller caller, TimeProvider time)
{
    internal StrengthNoting Noting(DateTimeOffset at, Setting setting, Perspective? perspective) =>
        new(caller.VoiceIn(setting, perspective), setting, caller.Author(), at, time.GetUtcNow());

    /// <summary>The same, where the person decides: alone, or with whoever holds the device.</summary>
    /// <exception cref="Forbidden">Somebody else decides alone.</exception>
    internal StrengthNoting Deciding(DateTimeOffset at, Setting setting)
    {
        var noting = Noting(at, setting, null);
        return noting.WithThePerson ? noting : throw new Forbidden(StrengthsErrors.ThePersonDecides);
    }

    internal ValueTask<IRecordKey> KeyAsync(Guid serviceUserId, CancellationToken cancellationToken) => keys.ForAsync(serviceUserId, cancellationToken);

    /// <summary>Points at a suggestion and links that are not there; those that were there before may stay, whatever became of them.</summary>
    /// <exception cref="ValidationException">There is one.</exception>
    internal async Task CheckAsync(Guid serviceUserId, SaidStrength said, string path, StrengthFact? before, CancellationToken cancellationToken)
    {
        List<ValidationFailure> failures = [];
        if (said.Suggestion is { } suggestion && suggestion != before?.Suggestion && !await catalogues.SuggestsAsync(suggestion, cancellationToken))
        {
            failures.Add(Faults.At($"{path}.Suggestion", StrengthsErrors.UnknownSuggestion));
        }

        if (said.Theme is { } theme && theme != before?.Theme && !await links.MayPointToAsync(serviceUserId, theme, cancellationToken))
        {
            failures.Add(Faults.At($"{path}.Theme", StrengthsErrors.UnknownLink));
        }

        if (said.AlterId is { } alter && alter != before?.AlterId && !await links.MayPointToAsync(serviceUserId, alter, cancellationToken))
        {
            failures.Add(Faults.At($"{path}.AlterId", StrengthsErrors.UnknownLink));
        }

        Faults.ThrowIfAny(failures);
    }

    internal static StrengthContent Sealed(SaidStrength said, IRecordKey key) => new(
        key.Seal(StrengthColumns.Words, said.Words),
        said.Kind,
        said.Domain,
        said.Time,
        said.Suggestion,
        said.Theme,
        said.AlterId,
        key.SealIfAny(StrengthColumns.Resource, said.Resource));

    /// <summary>The same fact sent again, to the letter; null when it is new.</summary>
    /// <exception cref="RuleViolation">The id was used for something else.</exception>
    internal static NotedStrength? Again(Strength strength, Guid factId, Sent sent, StrengthNoting noting, IRecordKey key)
    {
        if (strength.Facts.FirstOrDefault(fact => fact.Id == factId) is not { } same)
        {
            return null;
        }

        var content = sent.Said is null ? null : Sealed(sent.Said, key);
        return sent.Kinds.Any(kind => same.Is(kind, strength.Id, content, noting))
            && key.OpenIfAny(StrengthColumns.Words, same.WordsSealed) == sent.Said?.Words
            && key.OpenIfAny(StrengthColumns.Resource, same.ResourceSealed) == sent.Said?.Resource
            && key.OpenIfAny(StrengthColumns.Reason, same.ReasonSealed) == sent.Reason
            ? new NotedStrength(strength.Id, factId, strength.Standing, same.At)
            : throw new RuleViolation(factId == strength.Id ? StrengthsErrors.StrengthIdReused : StrengthsErrors.FactIdReused);
    }

    internal static NotedStrength Noted(Strength strength, Guid factId) =>
        new(strength.Id, factId, strength.Standing, strength.Facts.First(fact => fact.Id == factId).At);
}

/// <summary>What a device sent, to be compared with what was kept.</summary>
internal sealed record Sent(IReadOnlyList<StrengthFactKind> Kinds, SaidStrength? Said, string? Reason);
