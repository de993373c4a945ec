using Barometre.Application.Participation.Accounts;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Mail;
using Barometre.Domain.Participation;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Register;

/// <summary>One line of the register, in plain words.</summary>
/// <param name="Number">From 1, without a gap.</param>
/// <param name="Who">The name that the account goes by; null for another system and for the installation's operator.</param>
/// <param name="Organisation">On whose behalf; null for a relative.</param>
/// <param name="What">What was done, in both languages.</param>
/// <param name="Why">On what ground, in both languages.</param>
/// <param name="Wrote">True when something was added or changed.</param>
public sealed record RegisterLineView(
    long Number, DateTimeOffset At, Guid? AccountId, string? Who, string? Organisation, PlainWords What, PlainWords Why, RegisterGround Ground, Tab? Tab, bool Wrote, string UseCase);

/// <summary>Who read or wrote in the person's record, newest first; the person's own to read.</summary>
public sealed record ReadRegisterQuery(Guid ServiceUserId, string? After, int Limit) : IQuery<Page<RegisterLineView>>
{
    public Needed Access => Needed.OwnRecord(ServiceUserId);
}

internal sealed class ReadRegisterValidator : AbstractValidator<ReadRegisterQuery>
{
    public ReadRegisterValidator() => RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestPage);
}

internal sealed class ReadRegisterHandler(IParticipationDb db, IAccountSeal seal) : IRequestHandler<ReadRegisterQuery, Page<RegisterLineView>>
{
    public async Task<Page<RegisterLineView>> Handle(ReadRegisterQuery query, CancellationToken cancellationToken)
    {
        var before = Cursor.Number(query.After) ?? long.MaxValue;
        var found = await (
            from entry in db.RegisterEntries.AsNoTracking()
            join known in db.AccountNames on entry.AccountId equals (Guid?)known.Id into accounts
            from account in accounts.DefaultIfEmpty()
            join known in db.Organisations on entry.OrganisationId equals (Guid?)known.Id into organisations
            from organisation in organisations.DefaultIfEmpty()
            where entry.ServiceUserId == query.ServiceUserId && entry.Number < before
            orderby entry.Number descending
            select new { Entry = entry, Who = account == null ? null : account.DisplayNameSealed, Organisation = organisation == null ? null : organisation.Name })
            .Take(query.Limit + 1).ToListAsync(cancellationToken);
        return Pages.Of(found.ConvertAll(line => View(line.Entry, seal.NameIn(line.Who), line.Organisation)), query.Limit, last => Cursor.Of(last.Number));
    }

    private static RegisterLineView View(RegisterEntry entry, string? who, string? organisation) => new(
        entry.Number, entry.At, entry.AccountId, who, organisation,
        RegisterWords.Of(entry.UseCase, entry.Tab, entry.Writes), RegisterWords.Of(entry.Ground), entry.Ground, entry.Tab, entry.Writes, entry.UseCase);
}
