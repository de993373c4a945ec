using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Jobs;
using Barometre.Domain.Rights.Erasures;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Rights.Erasures;

/// <summary>The person, or whoever represents them in law, says a second time that their record is to be erased, and gets the code by which the certificate will be had: after it, there is no record to sign in to.</summary>
/// <param name="WaitHours">Hours in which it can be called off, 0 to 720; 24 when not said, and at least 24 when a representative asks for it and the person has an account.</param>
public sealed record ConfirmErasureCommand(Guid ServiceUserId, Guid ErasureId, bool KeepsAccount, int? WaitHours) : ICommand<ConfirmedErasure>, IVersionedCommand
{
    public const int DefaultWait = 24;

    public Needed Access => Needed.Rights(ServiceUserId);
}

/// <summary>An erasing that will happen.</summary>
/// <param name="CertificateCode">Gets the certificate, without signing in; shown once.</param>
public sealed record ConfirmedErasure(ErasureView Erasure, string CertificateCode) : ISecretAnswer;

internal sealed class ConfirmErasureValidator : AbstractValidator<ConfirmErasureCommand>
{
    public ConfirmErasureValidator() => RuleFor(command => command.WaitHours).InclusiveBetween(0, Erasure.LongestWait);
}

internal sealed class ConfirmErasureHandler(IRightsDb db, ICallersRight rights, ISecretHash hash, IJobRequests jobs, Caller caller, TimeProvider time) : IRequestHandler<ConfirmErasureCommand, ConfirmedErasure>
{
    public async Task<ConfirmedErasure> Handle(ConfirmErasureCommand command, CancellationToken cancellationToken)
    {
        var right = await rights.ToEraseAsync(command.ServiceUserId, cancellationToken);
        var erasure = await db.Erasures.SingleOrDefaultAsync(one => one.ServiceUserId == command.ServiceUserId && one.Id == command.ErasureId, cancellationToken) ?? throw new NotFound();
        erasure.RequireMay(right);
        caller.Expect(erasure.Version);
        var code = CertificateCode.New();
        // A person who can sign in is told, and has all the time that there is to call it off themself.
        var least = right == CallersRight.Representative && erasure.AccountId is not null ? Erasure.LongestWait : 0;
        var wait = TimeSpan.FromHours(Math.Max(command.WaitHours ?? ConfirmErasureCommand.DefaultWait, least));
        erasure.Confirm(command.KeepsAccount, wait, await CertificateCode.HashAsync(hash, code, cancellationToken), time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        if (erasure.Ground == ErasureGround.Represented)
        {
            await jobs.ErasureToTellAsync(erasure, cancellationToken);
        }

        if (wait == TimeSpan.Zero)
        {
            await jobs.ErasureDueAsync(cancellationToken);
        }

        return new ConfirmedErasure(ErasureView.Of(erasure), code);
    }
}
