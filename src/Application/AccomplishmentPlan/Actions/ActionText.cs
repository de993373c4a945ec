using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.AccomplishmentPlan;
using Barometre.Domain.AccomplishmentPlan.Actions;
using FluentValidation;

namespace Barometre.Application.AccomplishmentPlan.Actions;

/// <summary>What an action says.</summary>
/// <param name="What">What is to be done; at most 1,000 characters.</param>
/// <param name="FirstStep">The first small step; at most 1,000 characters.</param>
/// <param name="StrengthId">The strength that it uses.</param>
/// <param name="Due">The day by which it is to be done; for one that comes back, its last day.</param>
/// <param name="Recurrence">How it comes back; done once when not said.</param>
public sealed record ActionText(string What, string? FirstStep = null, Guid? StrengthId = null, DateOnly? Due = null, Recurrence? Recurrence = null)
{
    internal ActionContent Seal(IRecordKey key) => new(
        key.Seal(PlanColumns.ActionWhat, What), key.SealAny(PlanColumns.ActionFirstStep, FirstStep), StrengthId, Due, Recurrence);

    internal bool IsIn(ActionWording wording, IRecordKey key) =>
        key.Says(PlanColumns.ActionWhat, wording.WhatSealed, What) && key.Says(PlanColumns.ActionFirstStep, wording.FirstStepSealed, FirstStep)
        && wording.StrengthId == StrengthId && wording.Due == Due && Same(wording.Recurrence, Recurrence);

    private static bool Same(Recurrence? one, Recurrence? other) =>
        one is null || other is null
            ? one is null && other is null
            : one.Repeat == other.Repeat && one.Every == other.Every && one.From == other.From && one.Days.SequenceEqual(other.Days);
}

/// <summary>Who is to carry an action.</summary>
/// <param name="MemberId">The practitioner or relative of the circle.</param>
/// <param name="Name">The name of an organisation, or of somebody outside the circle; at most 200 characters.</param>
/// <param name="Role">What they are; at most 200 characters.</param>
public sealed record CarrierText(CarrierKind Kind, Guid? MemberId = null, string? Name = null, string? Role = null);

internal sealed class ActionTextValidator : AbstractValidator<ActionText>
{
    private const int Longest = 1000;

    public ActionTextValidator()
    {
        RuleFor(action => action.What).NotEmpty().MaximumLength(Longest);
        RuleFor(action => action.FirstStep).MaximumLength(Longest);
        RuleFor(action => action.Due).MustBeNear();
        RuleFor(action => (DateOnly?)action.Recurrence!.From).MustBeNear().When(action => action.Recurrence is not null).OverridePropertyName("Recurrence.From");
    }
}

internal sealed class CarrierTextValidator : AbstractValidator<CarrierText>
{
    private const int Longest = 200;

    public CarrierTextValidator()
    {
        RuleFor(carrier => carrier.Name).MaximumLength(Longest);
        RuleFor(carrier => carrier.Role).MaximumLength(Longest);
        RuleFor(carrier => carrier.Kind).Must((carrier, kind) => kind switch
        {
            CarrierKind.Person => carrier is { MemberId: null, Name: null, Role: null },
            CarrierKind.Partner => carrier.MemberId is null && TypedText.SaysSomething(carrier.Name),
            _ => carrier is { MemberId: not null, Name: null, Role: null },
        }).Because(PlanErrors.CarrierUnclear);
    }
}
