using Barometre.Application.Shared;
using Barometre.Domain.Participation;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Circle;

/// <summary>The person opens and closes tabs to one member; it counts at that member's next request.</summary>
public sealed record ShareTabsCommand(Guid ServiceUserId, Guid MemberId, Sharing Sharing) : ICommand<SharingView>, IVersionedCommand
{
    public Needed Access => Needed.Circle(ServiceUserId, Role.Practitioner) with { Alone = true };
}

/// <summary>How far each tab is open to a member.</summary>
public sealed record SharingView(Sharing Sharing, int Version) : IVersioned;

internal sealed class ShareTabsValidator : AbstractValidator<ShareTabsCommand>
{
    public ShareTabsValidator() => RuleFor(command => command.Sharing).NotNull();
}

internal sealed class ShareTabsHandler(IParticipationDb db, ClosedToSystems closed, Caller caller, TimeProvider time) : IRequestHandler<ShareTabsCommand, SharingView>
{
    public async Task<SharingView> Handle(ShareTabsCommand command, CancellationToken cancellationToken)
    {
        var person = await db.PersonAsync(command.ServiceUserId, cancellationToken);
        var act = await caller.DecidesAsync(db, person, time.GetUtcNow(), cancellationToken);
        var member = await db.MemberAsync(command.ServiceUserId, command.MemberId, cancellationToken);
        caller.Expect(member.Version);
        var before = member.OpenTabs;
        member.Share(command.Sharing, act);
        await db.SaveChangesAsync(cancellationToken);
        await closed.TellAsync(member, before, cancellationToken);
        return new SharingView(member.Sharing, member.Version);
    }
}
