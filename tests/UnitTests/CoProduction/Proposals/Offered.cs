using Barometre.Domain.CoProduction.Proposals;
using Barometre.Domain.Shared;

namespace Barometre.UnitTests.CoProduction.Proposals;

/// <summary>Proposals to an invented person.</summary>
internal static class Offered
{
    public static readonly Guid Person = Guid.Parse("0199d9a0-1c2e-7d3f-8a4b-5c6d7e8f9a0b");
    public static readonly Guid Goal = Guid.Parse("0199d9a0-1c2e-7d3f-8a4b-5c6d7e8f9a0c");
    public static readonly DateTimeOffset Now = new(2026, 3, 14, 15, 9, 26, TimeSpan.Zero);

    public static Noting By(Perspective perspective, Setting setting = Setting.Alone, DateTimeOffset? at = null) =>
        new(Person, Guid.CreateVersion7(), Author(perspective), perspective, setting, null, at ?? Now);

    public static Guid Author(Perspective perspective) => Guid.Parse($"0199d9a0-0000-7000-8000-00000000000{(int)perspective}");

    public static ProposedContent Content(string says = "marcher", int version = 3) => new(ProposalKind.RewordGoal, Goal, version, [1], says);

    public static Proposal Made(Perspective by = Perspective.Practitioner, string says = "marcher", params EarlierProposal[] earlier) =>
        Proposal.Make(By(by), Content(says), [2], earlier, Now);

    /// <summary>How long the person lets proposals wait, each from so many days after <see cref="Now"/>.</summary>
    public static ProposalExpiry Letting(params (int? Days, int From)[] terms) => new(terms.Select(term => Chosen(term.Days, term.From, term.From)));

    public static ProposalTerms Chosen(int? days, int arrived, int said) => ProposalTerms.Choose(By(Perspective.ServiceUser, at: Now.AddDays(said)), days, Now.AddDays(arrived));

    public static readonly ProposalAnswer Yes = new(true, null, null, false, null);

    public static readonly ProposalAnswer No = new(false, null, [7], true, null);

    public static readonly ProposalAnswer Amending = new(true, [9], null, false, null);

    public static Error Refused(Action act) => Assert.Throws<RuleViolation>(act).Error;
}
