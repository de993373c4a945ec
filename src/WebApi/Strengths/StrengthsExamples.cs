using Barometre.Application.Strengths.Contracts;
using Barometre.Application.Strengths.Items;
using Barometre.Domain.Shared;
using Barometre.Domain.Strengths;
using Barometre.WebApi.Shared.OpenApi;

namespace Barometre.WebApi.Strengths;

/// <summary>Bodies whose parts must suit each other; the others are made from their types.</summary>
internal sealed class StrengthsExamples : IExamples
{
    private static readonly DateTimeOffset At = new(2026, 3, 14, 15, 9, 26, TimeSpan.Zero);

    private static readonly SaidStrength Cooking = new(
        "Je fais la soupe pour tout l’étage", StrengthKind.Skill, StrengthDomain.HomeDailyLife, StrengthTime.Now, "home_daily_life.cooking", "needs.food");

    public IEnumerable<object> All =>
    [
        Cooking,
        new NameStrengthBody(Cooking, At),
        new AnswerStrengthBody(true, At, Cooking with { Words = "La soupe du jeudi, c’est moi" }),
        new ReviseStrengthBody(Cooking, At, Setting.Joint),
        new ProposedStrengthChange(Guid.Parse("0199d9a0-1c2e-7d3f-8a4b-5c6d7e8f9a0b"), Retired: true),
        new RetireStrengthBody(true, At, "Je n’ai plus de cuisine"),
    ];
}
