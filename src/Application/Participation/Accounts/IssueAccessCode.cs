using Barometre.Application.Participation.Codes;
using Barometre.Application.Shared;
using Barometre.Domain.Participation.Accounts;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Accounts;

/// <summary>A practitioner of the circle, with the person before them, makes a code by which the person chooses a new password. The register shows it.</summary>
public sealed record IssueAccessCodeCommand(Guid ServiceUserId) : ICommand<IssuedCode>
{
    /// <summary>Long enough to go home with it, too short to be found in a drawer.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    public Needed Access => Needed.Circle(ServiceUserId, Role.Practitioner);
}

internal sealed class IssueAccessCodeHandler(IParticipationDb db, IOneTimeCodes codes, Caller caller) : IRequestHandler<IssueAccessCodeCommand, IssuedCode>
{
    public async Task<IssuedCode> Handle(IssueAccessCodeCommand command, CancellationToken cancellationToken)
    {
        if (caller.Grant!.IsSelf)
        {
            // Whoever found the person's session open must not be able to keep it.
            throw new Forbidden(SharedErrors.RoleNeeded);
        }

        if (!await db.ServiceUsers.AnyAsync(person => person.ServiceUserId == command.ServiceUserId && person.AccountId != null, cancellationToken))
        {
            throw new RuleViolation(AccountErrors.NoAccountToRecover);
        }

        return await codes.IssueAsync(command.ServiceUserId, CodePurpose.Recovery, null, IssueAccessCodeCommand.Life, cancellationToken);
    }
}
