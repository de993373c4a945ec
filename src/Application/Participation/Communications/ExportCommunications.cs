using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Mail;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Communications;

/// <summary>The operator takes a person's register of communications for an authority that the law lets ask for it: that, too, is a communication and is entered in it.</summary>
public sealed record ExportCommunicationsCommand(Guid ServiceUserId) : ICommand<IReadOnlyList<CommunicationView>>
{
    public Needed Access => Needed.SystemFor(ServiceUserId);
}

internal sealed class ExportCommunicationsHandler(IParticipationDb db, IAccountSeal seal, ICommunications communications) : IRequestHandler<ExportCommunicationsCommand, IReadOnlyList<CommunicationView>>
{
    public async Task<IReadOnlyList<CommunicationView>> Handle(ExportCommunicationsCommand command, CancellationToken cancellationToken)
    {
        var lines = await db.Communications.AsNoTracking().Where(entry => entry.ServiceUserId == command.ServiceUserId).OrderBy(entry => entry.At).ThenBy(entry => entry.Id)
            .NamedAsync(db, seal, cancellationToken);
        await communications.EnterAsync(
            new Communication(
                command.ServiceUserId, CommunicationForm.File, [], new CommunicationRecipient(RecipientKind.Authority, null), CommunicationPurpose.LegalDuty,
                CommunicationGround.Law),
            cancellationToken);
        return lines;
    }
}
