using Barometre.Application.AccomplishmentPlan.Prints;
using Barometre.Domain.AccomplishmentPlan.Prints;
using Barometre.Infrastructure.AccomplishmentPlan.Tables;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Infrastructure.AccomplishmentPlan;

/// <content>Prints.</content>
internal sealed partial class AccomplishmentPlanDbContext : IPrintsDb
{
    public DbSet<PlanPrint> Prints => Set<PlanPrint>();

    public DbSet<PlanPrintFile> PrintFiles => Set<PlanPrintFile>();

    public async Task<PlanPrint?> HoldPrintAsync(Guid serviceUserId, Guid printId, CancellationToken cancellationToken)
    {
        var print = await Prints.FromSql($"SELECT * FROM accomplishment_plan.print WHERE service_user_id = {serviceUserId} AND id = {printId} FOR UPDATE")
            .AsAsyncEnumerable().FirstOrDefaultAsync(cancellationToken);
        if (print is not null)
        {
            // An earlier command of the same job has it at hand already, as it was then.
            await Entry(print).ReloadAsync(cancellationToken);
        }

        return print;
    }

    private static void Printing(ModelBuilder model)
    {
        model.ApplyConfiguration(new PrintTable());
        model.ApplyConfiguration(new PrintFileTable());
    }
}
