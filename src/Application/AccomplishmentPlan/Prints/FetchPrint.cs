using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using Barometre.Domain.AccomplishmentPlan;
using Barometre.Domain.AccomplishmentPlan.Prints;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Prints;

/// <summary>Fetches a print: a copy leaves the record, and the register says so when somebody else takes it. What counts is what is open at this moment.</summary>
public sealed record FetchPrintQuery(Guid ServiceUserId, Guid PrintId) : IQuery<PrintCopy>
{
    public const string FileColumn = "accomplishment_plan.print_file.file";

    public Needed Access => Needed.Record(ServiceUserId, Tab.Plan, AccessLevel.Read);
}

/// <summary>The file of a print.</summary>
public sealed record PrintCopy(byte[] Pdf);

internal sealed class FetchPrintHandler(IPrintsDb db, IRecordKeys keys, ICommunications communications, Caller caller, TimeProvider time) : IRequestHandler<FetchPrintQuery, PrintCopy>
{
    public async Task<PrintCopy> Handle(FetchPrintQuery query, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var print = await db.Prints.AsNoTracking()
            .FirstOrDefaultAsync(one => one.ServiceUserId == query.ServiceUserId && one.Id == query.PrintId && one.ExpiresAt > now, cancellationToken);
        if (print is null || !caller.MayHave(print))
        {
            throw new NotFound();
        }

        var file = print.State != PrintState.Ready ? null
            : await db.PrintFiles.AsNoTracking().FirstOrDefaultAsync(one => one.ServiceUserId == query.ServiceUserId && one.PrintId == query.PrintId, cancellationToken);
        if (file is null)
        {
            throw new RuleViolation(PlanErrors.PrintNotReady);
        }

        await communications.EnterAsync(Communication.TakenBy(caller, query.ServiceUserId, CommunicationForm.Print, [.. print.Parts.Select(PrintParts.TabOf).Distinct()]), cancellationToken);
        var key = await keys.ForAsync(query.ServiceUserId, cancellationToken);
        return new PrintCopy(key.OpenBytes(FetchPrintQuery.FileColumn, file.FileSealed));
    }
}
