using Barometre.Application.Participation.Accounts;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Mail;
using Barometre.Domain.Participation;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Circle;

/// <summary>Something that happened in the circle.</summary>
/// <param name="Member">The name of whom it happened to; null for a relative who never came.</param>
/// <param name="By">The name of who did it.</param>
/// <param name="Setting">Joint: decided with the person, side by side, before they had an account.</param>
/// <param name="Level">How far <paramref name="Tab"/> is open since.</param>
public sealed record CircleFactView(
    Guid FactId, Guid MemberId, Role Role, string? Member, CircleFactKind Kind, Tab? Tab, AccessLevel? Level, string? By, Setting Setting, DateTimeOffset At);

/// <summary>The history of the person's circle, newest first; theirs to read.</summary>
public sealed record GetCircleHistoryQuery(Guid ServiceUserId, string? After, int Limit) : IQuery<Page<CircleFactView>>
{
    public Needed Access => Needed.OwnRecord(ServiceUserId);
}

internal sealed class GetCircleHistoryValidator : AbstractValidator<GetCircleHistoryQuery>
{
    public GetCircleHistoryValidator() => RuleFor(query => query.Limit).InclusiveBetween(1, Cursor.LargestPage);
}

internal sealed class GetCircleHistoryHandler(IParticipationDb db, IAccountSeal seal) : IRequestHandler<GetCircleHistoryQuery, Page<CircleFactView>>
{
    public async Task<Page<CircleFactView>> Handle(GetCircleHistoryQuery query, CancellationToken cancellationToken)
    {
        // Ids are made from the time: their order is the order of the acts.
        var before = Cursor.Id(query.After) ?? Guid.AllBitsSet;
        var found = await (
            from fact in db.CircleFacts.AsNoTracking()
            join member in db.CircleMembers on new { fact.ServiceUserId, Id = fact.MemberId } equals new { member.ServiceUserId, member.Id }
            join known in db.AccountNames on member.AccountId equals (Guid?)known.Id into members
            from name in members.DefaultIfEmpty()
            join known in db.AccountNames on fact.By equals known.Id into authors
            from author in authors.DefaultIfEmpty()
            where fact.ServiceUserId == query.ServiceUserId && fact.Id < before
            orderby fact.Id descending
            select new
            {
                Fact = fact, member.Role, Member = name == null ? null : name.DisplayNameSealed, By = author == null ? null : author.DisplayNameSealed,
            }).Take(query.Limit + 1).ToListAsync(cancellationToken);
        return Pages.Of(found.ConvertAll(one => View(one.Fact, one.Role, seal.NameIn(one.Member), seal.NameIn(one.By))), query.Limit, last => Cursor.Of(last.FactId));
    }

    private static CircleFactView View(CircleFact fact, Role role, string? member, string? by) =>
        new(fact.Id, fact.MemberId, role, member, fact.Kind, fact.Tab, fact.Level, by, fact.Setting, fact.At);
}
