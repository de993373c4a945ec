using Barometre.Application.Participation.Access;
using Barometre.Application.Participation.Codes;
using Barometre.Application.Participation.Contracts;
using Barometre.Application.Participation.Records;
using Barometre.Application.Shared;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Infrastructure.Participation;

/// <summary>Settles a record that came from elsewhere.</summary>
internal sealed class RecordArrival(ParticipationDbContext db, IRecordEnding ending, IRegister register, IOneTimeCodes codes, TimeProvider time) : IRecordArrival
{
    public Task<bool> IsHereAsync(Guid serviceUserId, CancellationToken cancellationToken) =>
        db.ServiceUsers.AnyAsync(person => person.ServiceUserId == serviceUserId, cancellationToken);

    public async Task ArriveAsync(Guid serviceUserId, Guid projectId, string useCase, CancellationToken cancellationToken)
    {
        await ending.CloseCircleAsync(serviceUserId, cancellationToken);
        var person = await db.ServiceUsers.Include(one => one.Enrolments).SingleOrDefaultAsync(one => one.ServiceUserId == serviceUserId, cancellationToken) ?? throw new NotFound();
        person.Enrol(projectId, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        await register.EnterAsync(RegisterNote.OfOperator(serviceUserId, true, useCase), cancellationToken);
    }

    public async Task<ClaimCode?> OfferAsync(Guid serviceUserId, CancellationToken cancellationToken)
    {
        if (await db.ServiceUsers.AnyAsync(person => person.ServiceUserId == serviceUserId && person.AccountId != null, cancellationToken))
        {
            return null;
        }

        var issued = await codes.IssueAsync(serviceUserId, CodePurpose.Claim, null, TimeSpan.FromDays(IssueClaimCodeCommand.Days), cancellationToken);
        return new ClaimCode(issued.Code, issued.ExpiresAt);
    }
}
