using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Jobs;
using Barometre.Domain.AccomplishmentPlan;
using Barometre.Domain.AccomplishmentPlan.Prints;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.AccomplishmentPlan.Prints;

/// <summary>Asks for a copy to take along: a PDF of exactly the ticked parts, made in the background. Sent again, one effect.</summary>
/// <param name="PrintId">Of the device's making.</param>
/// <param name="Language"><c>fr</c> or <c>en</c>; the person's when not said.</param>
/// <param name="LargeType">Letters of 18 points.</param>
public sealed record AskPrintCommand(Guid ServiceUserId, Guid PrintId, IReadOnlyList<PrintPart> Parts, string? Language, bool LargeType) : ICommand<PrintView>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Plan, AccessLevel.Read);
}

/// <summary>A print and how far it is.</summary>
/// <param name="Progress">0 = waits, 100 = can be fetched.</param>
/// <param name="Pages">Null until it is ready.</param>
/// <param name="LeftOut">True when it holds characters that cannot be printed; it says so itself.</param>
/// <param name="ExpiresAt">From then on it is gone.</param>
public sealed record PrintView(
    Guid PrintId,
    IReadOnlyList<PrintPart> Parts,
    string Language,
    bool LargeType,
    PrintState State,
    int Progress,
    int? Pages,
    bool LeftOut,
    Guid AskedBy,
    DateTimeOffset AskedAt,
    DateTimeOffset ExpiresAt)
{
    internal static PrintView Of(PlanPrint print) => new(
        print.Id, print.Parts, print.Language, print.LargeType, print.State, print.Progress, print.Pages, print.LeftOut, print.AskedBy, print.AskedAt, print.ExpiresAt);
}

internal sealed class AskPrintValidator : AbstractValidator<AskPrintCommand>
{
    public AskPrintValidator()
    {
        RuleFor(command => command.PrintId).NotEmpty();
        RuleFor(command => command.Parts).NotEmpty().Must(parts => parts.Count <= 10);
        RuleForEach(command => command.Parts).IsInEnum();
        RuleFor(command => command.Language).Must(language => language is null or "fr" or "en");
    }
}

internal sealed class AskPrintHandler(IPrintsDb db, ICircleReader circle, IJobRequests jobs, Caller caller, TimeProvider time) : IRequestHandler<AskPrintCommand, PrintView>
{
    public async Task<PrintView> Handle(AskPrintCommand command, CancellationToken cancellationToken)
    {
        if (await db.Prints.FirstOrDefaultAsync(one => one.ServiceUserId == command.ServiceUserId && one.Id == command.PrintId, cancellationToken) is { } known)
        {
            return known.Is(command.Parts, command.Language, command.LargeType, caller.Author())
                ? PrintView.Of(known)
                : throw new RuleViolation(FactErrors.IdReused, command.PrintId);
        }

        Faults.ThrowIfAny([.. command.Parts.Index().Where(part => !caller.Grant!.Sees(PrintParts.TabOf(part.Item)))
            .Select(part => Faults.At($"Parts[{part.Index}]", PlanErrors.PartClosed))]);
        var person = await circle.PersonAsync(command.ServiceUserId, cancellationToken) ?? throw new NotFound();
        var print = PlanPrint.Ask(
            command.ServiceUserId, command.PrintId, command.Parts, command.Language ?? person.Language, command.LargeType, caller.Author(), time.GetUtcNow());
        db.Prints.Add(print);
        await db.SaveChangesAsync(cancellationToken);
        await jobs.PrintAskedAsync(print, cancellationToken);
        return PrintView.Of(print);
    }
}
