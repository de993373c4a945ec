using Barometre.Application.Shared;
using Barometre.Application.Shared.Jobs;
using Barometre.Domain.Rights.Erasures;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Rights.Erasures;

/// <summary>The person says a second time that their record is to be erased, and gets the code by which the certificate will be had: after it, there is no record to sign in to.</summary>
/// <param name="WaitHours">Hours in which it can be called off, 0 to 720; 24 when not said.</param>
public sealed record ConfirmErasureCommand(Guid ServiceUserId, Guid ErasureId, bool KeepsAccount, int? WaitHours) : ICommand<ConfirmedErasure>, IVersionedCommand
{
    public const int DefaultWait = 24;

    public Needed Access => Needed.OwnRecord(ServiceUserId);
}

/// <summary>An erasing that will happen.</summary>
/// <param name="CertificateCode">Gets the certificate, without signing in; shown once.</param>
public sealed record ConfirmedErasure(ErasureView Erasure, string CertificateCode) : ISecretAnswer;

internal sealed class ConfirmErasureValidator : AbstractValidator<ConfirmErasureCommand>
{
    public ConfirmErasureValidator() => RuleFor(command => command.WaitHours).InclusiveBetween(0, Erasure.LongestWait);
}

internal sealed class ConfirmErasureHandler(IRightsDb db, ISecretHash hash, IJobRequests jobs, Caller caller, TimeProvider time) : IRequestHandler<ConfirmErasureCommand, ConfirmedErasure>
{
    public async Task<ConfirmedErasure> Handle(ConfirmErasureCommand command, CancellationToken cancellationToken)
    {
        var erasure = await db.Erasures.SingleOrDefaultAsync(one => one.ServiceUserId == command.ServiceUserId && one.Id == command.ErasureId, cancellationToken) ?? throw new NotFound();
        caller.Expect(erasure.Version);
        var code = CertificateCode.New();
        var wait = TimeSpan.FromHours(command.WaitHours ?? ConfirmErasureCommand.DefaultWait);
        erasure.Confirm(command.KeepsAccount, wait, await CertificateCode.HashAsync(hash, code, cancellationToken), time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        if (wait == TimeSpan.Zero)
        {
            await jobs.ErasureDueAsync(cancellationToken);
        }

        return new ConfirmedErasure(ErasureView.Of(erasure), code);
    }
}
