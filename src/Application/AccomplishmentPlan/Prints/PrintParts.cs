using Barometre.Application.AccomplishmentPlan.Contracts;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Jobs;
using Barometre.Domain.AccomplishmentPlan.Prints;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Barometre.Application.AccomplishmentPlan.Prints;

/// <summary>Where in the record a part of a print comes from, and who may have the whole.</summary>
internal static class PrintParts
{
    public static Tab TabOf(PrintPart part) => part switch
    {
        PrintPart.Plan => Tab.Plan,
        PrintPart.Map => Tab.Network,
        PrintPart.Strengths => Tab.Strengths,
        _ => Tab.QualityOfLife,
    };

    /// <summary>The person has every print; others those that they asked for, while all that stands in it is open to them.</summary>
    public static bool MayHave(this Caller caller, PlanPrint print) =>
        caller.Grant!.IsSelf || (print.AskedBy == caller.Author() && print.Parts.All(part => caller.Grant.Sees(TabOf(part))));
}

/// <summary>The work that makes prints and deletes them.</summary>
public static class PrintJobs
{
    private const string Make = "accomplishment-plan.make-print";
    private const string Person = "person";
    private const string Print = "print";

    private const string EveryHour = "0 20 * * * ?";

    internal static Task PrintAskedAsync(this IJobRequests requests, PlanPrint print, CancellationToken cancellationToken) =>
        requests.RequestAsync(Make, new Dictionary<string, string> { [Person] = print.ServiceUserId.ToString(), [Print] = print.Id.ToString() }, cancellationToken);

    public static void AddPrints(this IServiceCollection services)
    {
        services.AddScoped<PrintCollector>();
        services.AddScoped<IPlanPrinter, PlanPrinter>();
        services.AddSingleton<BackgroundWork>(new RequestedWork<Unit>(Make, data => new MakePrintCommand(Guid.Parse(data[Person]), Guid.Parse(data[Print]))));
        services.AddSingleton<BackgroundWork>(new ScheduledWork<int>("accomplishment-plan.delete-prints", EveryHour, () => new DeleteExpiredPrintsCommand()));
    }
}
