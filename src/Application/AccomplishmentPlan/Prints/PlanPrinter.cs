using Barometre.Application.AccomplishmentPlan.Contracts;
using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using Barometre.Domain.AccomplishmentPlan.Prints;

namespace Barometre.Application.AccomplishmentPlan.Prints;

/// <summary>Prints every part at once, for the person themself; nothing of it is kept.</summary>
public sealed class PlanPrinter(PrintCollector collector, IPrintMaker maker, ICircleReader circle, TimeProvider time) : IPlanPrinter
{
    public async Task<byte[]> EverythingAsync(Guid serviceUserId, string language, CancellationToken cancellationToken)
    {
        var person = await circle.PersonAsync(serviceUserId, cancellationToken) ?? throw new NotFound();
        var print = PlanPrint.Ask(serviceUserId, Guid.CreateVersion7(), Enum.GetValues<PrintPart>(), language, largeType: false, person.AccountId ?? Guid.Empty, time.GetUtcNow());
        return maker.Make(await collector.CollectAsync(serviceUserId, PrintView.Of(print), cancellationToken)).Pdf;
    }
}
