using Barometre.Application.Participation.Access;
using Barometre.Application.Participation.Codes;
using Barometre.Application.Participation.Contracts;
using Barometre.Application.Participation.Records;
using Barometre.Application.Shared;
using Barometre.Infrastructure.Shared;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Barometre.Infrastructure.Participation;

/// <summary>Settles a record that came from elsewhere.</summary>
internal sealed class RecordArrival(ParticipationDbContext db, DatabaseSession session, IRecordEnding ending, IRegister register, IOneTimeCodes codes, TimeProvider time) : IRecordArrival
{
    public Task<bool> IsHereAsync(Guid serviceUserId, CancellationToken cancellationToken) =>
        db.ServiceUsers.AnyAsync(person => person.ServiceUserId == serviceUserId, cancellationToken);

    public async Task ArriveAsync(Guid serviceUserId, Guid projectId, string useCase, CancellationToken cancellationToken)
    {
        await ending.CloseCircleAsync(serviceUserId, cancellationToken);
        var person = await db.ServiceUsers.Include(one => one.Enrolments).SingleOrDefaultAsync(one => one.ServiceUserId == serviceUserId, cancellationToken) ?? throw new NotFound();
        person.Enrol(projectId, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        // An archive from before brings entries without their chain.
        var chain = new NpgsqlBatchCommand("SELECT participation.chain_communications($1)") { Parameters = { new NpgsqlParameter<Guid> { TypedValue = serviceUserId } } };
        await session.ReadAsync(chain, _ => Task.FromResult(true), cancellationToken);
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
