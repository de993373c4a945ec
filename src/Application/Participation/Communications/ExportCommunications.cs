using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Communications;

/// <summary>One line for an authority: kinds and ids, no words.</summary>
public sealed record CommunicationLine(
    DateTimeOffset At, CommunicationForm Form, IReadOnlyList<string> Tabs, RecipientKind RecipientKind, Guid? RecipientId, CommunicationPurpose Purpose, CommunicationGround Ground);

/// <summary>The operator takes a person's register of communications for an authority that the law lets ask for it: that, too, is a communication and is entered in it.</summary>
public sealed record ExportCommunicationsCommand(Guid ServiceUserId) : ICommand<IReadOnlyList<CommunicationLine>>
{
    public Needed Access => Needed.SystemFor(ServiceUserId);
}

internal sealed class ExportCommunicationsHandler(IParticipationDb db, ICommunications communications) : IRequestHandler<ExportCommunicationsCommand, IReadOnlyList<CommunicationLine>>
{
    public async Task<IReadOnlyList<CommunicationLine>> Handle(ExportCommunicationsCommand command, CancellationToken cancellationToken)
    {
        var lines = await db.Communications.AsNoTracking().Where(entry => entry.ServiceUserId == command.ServiceUserId).OrderBy(entry => entry.At).ThenBy(entry => entry.Id)
            .Select(entry => new CommunicationLine(entry.At, entry.Form, entry.Tabs, entry.RecipientKind, entry.RecipientId, entry.Purpose, entry.Ground)).ToListAsync(cancellationToken);
        await communications.EnterAsync(
            new Communication(
                command.ServiceUserId, CommunicationForm.File, [], new CommunicationRecipient(RecipientKind.Authority, null), CommunicationPurpose.LegalDuty,
                CommunicationGround.Law),
            cancellationToken);
        return lines;
    }
}
