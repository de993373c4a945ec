using Barometre.Application.Shared;
using Barometre.Domain.AccomplishmentPlan;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Readings;

/// <summary>The person says where they live, so that the days of their plan are their days.</summary>
/// <param name="TimeZone">An IANA zone.</param>
public sealed record SetPlanTimeZoneCommand(Guid ServiceUserId, string TimeZone) : ICommand<PlanTimeZoneView>, IVersionedOnceThere
{
    internal const int Longest = 60;

    public Needed Access => Needed.OwnRecord(ServiceUserId);
}

/// <summary>Where the days of the plan are counted.</summary>
/// <param name="Version">Counts the changes; 0 while the usual zone stands. The ETag.</param>
public sealed record PlanTimeZoneView(string TimeZone, int Version) : IVersioned;

internal sealed class SetPlanTimeZoneValidator : AbstractValidator<SetPlanTimeZoneCommand>
{
    public SetPlanTimeZoneValidator() =>
        RuleFor(command => command.TimeZone).NotEmpty().MaximumLength(SetPlanTimeZoneCommand.Longest).Must(Plan.IsTimeZone).Because(PlanErrors.UnknownTimeZone);
}

internal sealed class SetPlanTimeZoneHandler(IAccomplishmentPlanDb db, Caller caller) : IRequestHandler<SetPlanTimeZoneCommand, PlanTimeZoneView>
{
    public async Task<PlanTimeZoneView> Handle(SetPlanTimeZoneCommand command, CancellationToken cancellationToken)
    {
        var plan = await db.Plans.FirstOrDefaultAsync(one => one.ServiceUserId == command.ServiceUserId, cancellationToken);
        if (plan is null)
        {
            plan = Plan.Of(command.ServiceUserId);
            db.Plans.Add(plan);
        }
        else
        {
            caller.Expect(plan.Version);
        }

        plan.LiveIn(command.TimeZone);
        await db.SaveChangesAsync(cancellationToken);
        return new PlanTimeZoneView(plan.TimeZone, plan.Version);
    }
}
