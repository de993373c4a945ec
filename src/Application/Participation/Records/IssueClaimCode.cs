using Barometre.Application.Participation.Codes;
using Barometre.Application.Shared;
using Barometre.Domain.Participation;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Records;

/// <summary>A practitioner of the circle makes the code with which the person claims their record, at once or months later.</summary>
public sealed record IssueClaimCodeCommand(Guid ServiceUserId) : ICommand<IssuedCode>
{
    /// <summary>Days that a claim code is good for: the person takes the time they need, and asks for another if they take longer.</summary>
    public const int Days = 180;

    public Needed Access => Needed.Circle(ServiceUserId, Role.Practitioner);
}

internal sealed class IssueClaimCodeHandler(IParticipationDb db, IOneTimeCodes codes) : IRequestHandler<IssueClaimCodeCommand, IssuedCode>
{
    public async Task<IssuedCode> Handle(IssueClaimCodeCommand command, CancellationToken cancellationToken)
    {
        var person = await db.ServiceUsers.AsNoTracking().SingleOrDefaultAsync(known => known.ServiceUserId == command.ServiceUserId, cancellationToken) ?? throw new NotFound();
        return person.AccountId is null
            ? await codes.IssueAsync(command.ServiceUserId, CodePurpose.Claim, null, TimeSpan.FromDays(IssueClaimCodeCommand.Days), cancellationToken)
            : throw new RuleViolation(ParticipationErrors.AlreadyClaimed);
    }
}
