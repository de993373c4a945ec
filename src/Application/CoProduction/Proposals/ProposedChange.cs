using System.Text.Json;
using System.Text.Json.Serialization;
using Barometre.Application.AccomplishmentPlan.Contracts;
using Barometre.Application.QualityOfLife.Contracts;
using Barometre.Application.Shared;
using Barometre.Application.Strengths.Contracts;
using FluentValidation;

namespace Barometre.Application.CoProduction.Proposals;

/// <summary>A change of what is the person's: of the plan, the strengths or the stars; one, and one only.</summary>
/// <param name="Plan">Of a goal or an action.</param>
/// <param name="Strengths">Of a strength, or of their order.</param>
/// <param name="Stars">Of the stars.</param>
public sealed record ProposedChange(ProposedPlanChange? Plan = null, ProposedStrengthChange? Strengths = null, ProposedStars? Stars = null);

/// <summary>The shape of a change, each part as its own module has it.</summary>
internal sealed class ProposedChangeValidator : AbstractValidator<ProposedChange>
{
    public ProposedChangeValidator(IValidator<ProposedPlanChange> plan, IValidator<ProposedStrengthChange> strengths, IValidator<ProposedStars> stars)
    {
        RuleFor(change => change.Plan!).SetValidator(plan).When(change => change.Plan is not null);
        RuleFor(change => change.Strengths!).SetValidator(strengths).When(change => change.Strengths is not null);
        RuleFor(change => change.Stars!).SetValidator(stars).When(change => change.Stars is not null);
    }
}

/// <summary>Where the words of proposals stand, and the form in which a change is sealed.</summary>
internal static class SealedProposals
{
    public const string Why = "coproduction.proposal_fact.why";
    private const string Content = "coproduction.proposal_fact.content";

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static byte[] Seal(this IRecordKey key, ProposedChange change) => key.Seal(Content, JsonSerializer.Serialize(change, Form));

    public static ProposedChange Open(this IRecordKey key, byte[] content) => JsonSerializer.Deserialize<ProposedChange>(key.Open(Content, content), Form)!;

    /// <summary>Whether what is sealed is that change, to the letter.</summary>
    public static bool Holds(this IRecordKey key, byte[]? content, ProposedChange? change) =>
        content is null ? change is null : change is not null && key.Open(Content, content) == JsonSerializer.Serialize(change, Form);
}
