using Barometre.Domain.Shared;
using FluentValidation;

namespace Barometre.Application.Shared.Facts;

/// <summary>A command that says who was there; whether they can have been is checked in one place for all.</summary>
public interface INamesPresent
{
    Guid ServiceUserId { get; }

    /// <summary>When they were there; null for now.</summary>
    DateTimeOffset? PresentAt { get; }

    /// <summary>With whom, when the person notes on their own device with somebody there; a member who notes is there anyway.</summary>
    Guid? PresentMemberId { get; }
}

/// <summary>A command that notes a fact in a record.</summary>
internal interface INoting : INamesPresent
{
    /// <summary>What the device's clock said.</summary>
    DateTimeOffset At { get; }

    Setting Setting { get; }

    DateTimeOffset? INamesPresent.PresentAt => At;
}

/// <summary>In whose name a caller notes, and what holds of every noting.</summary>
internal static class Notings
{
    // Nobody plans before the project or beyond a lifetime: other years are slips of a finger.
    private static readonly DateOnly First = new(2000, 1, 1);
    private static readonly DateOnly Last = new(2200, 1, 1);

    /// <summary>A decision, noted as what the caller is there.</summary>
    public static Noting Decides(this Caller caller, Guid serviceUserId, Guid id, INoting noted) => caller.Notes(serviceUserId, id, noted, caller.Grant!.Perspective);

    /// <summary>A view, told in the caller's own voice, or in the person's when both are at one screen.</summary>
    public static Noting Tells(this Caller caller, Guid serviceUserId, Guid id, INoting noted, Perspective? asked) =>
        caller.Notes(serviceUserId, id, noted, caller.VoiceIn(noted.Setting, asked));

    public static void RuleForNoting<T>(this AbstractValidator<T> validator)
        where T : INoting
    {
        validator.RuleFor(command => command.At).GreaterThanOrEqualTo(FactTime.Earliest).Because(FactErrors.ClockNotSet);
        validator.RuleFor(command => command.PresentMemberId).Null().When(command => command.Setting == Setting.Alone);
    }

    /// <summary>A day that somebody could mean.</summary>
    public static IRuleBuilderOptions<T, DateOnly?> MustBeNear<T>(this IRuleBuilder<T, DateOnly?> rule) => rule.Must(day => day is null || (day >= First && day <= Last));

    private static Noting Notes(this Caller caller, Guid serviceUserId, Guid id, INoting noted, Perspective perspective)
    {
        caller.RequireSide(noted.Setting);
        return new Noting(serviceUserId, id, caller.Author(), perspective, noted.Setting, noted.Setting == Setting.Joint ? caller.Grant!.MemberId ?? noted.PresentMemberId : null, noted.At);
    }
}

/// <summary>The fact that was kept.</summary>
/// <param name="At">The time that counts.</param>
public sealed record KeptFact(Guid Id, DateTimeOffset At)
{
    internal static KeptFact Of(NotedFact fact) => new(fact.Id, fact.At);

    /// <summary>What was kept when the same fact came before; null when it is new.</summary>
    /// <param name="says">Whether the one that was kept says the same.</param>
    /// <exception cref="RuleViolation">The id was used for something else.</exception>
    internal static KeptFact? Again<T>(T? known, Noting noting, Func<T, bool> says)
        where T : NotedFact =>
        known is null ? null : known.Is(noting) && says(known) ? Of(known) : throw new RuleViolation(FactErrors.IdReused, noting.Id);
}
