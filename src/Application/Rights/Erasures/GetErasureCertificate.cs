using Barometre.Application.Shared;
using FluentValidation;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Rights.Erasures;

/// <summary>The certificate that a code stands for, for whoever holds the code: after an erasing nobody can sign in to the record.</summary>
public sealed record GetErasureCertificateQuery(string Code) : IQuery<CertificateView>
{
    public Needed Access => Needed.Anyone;
}

/// <summary>A certificate of erasure.</summary>
/// <param name="Complete">False while rows are still being deleted: nobody can read them any more.</param>
/// <param name="Content">What was erased, when, what is kept and until when, as JSON; the exact text that is signed.</param>
/// <param name="Signature">Of <paramref name="Content"/> (UTF-8), in base 64.</param>
/// <param name="KeyFingerprint">Of the installation's public key.</param>
public sealed record CertificateView(Guid CertificateId, bool Complete, string? Content, string? Signature, string KeyFingerprint);

internal sealed class GetErasureCertificateValidator : AbstractValidator<GetErasureCertificateQuery>
{
    public GetErasureCertificateValidator() => RuleFor(query => query.Code).NotEmpty().MaximumLength(CertificateCode.LongestTyped);
}

internal sealed class GetErasureCertificateHandler(ICertificates certificates, ISigningKey signing, ISecretHash hash) : IRequestHandler<GetErasureCertificateQuery, CertificateView>
{
    public async Task<CertificateView> Handle(GetErasureCertificateQuery query, CancellationToken cancellationToken)
    {
        if (CertificateCode.Read(query.Code) is not { } code)
        {
            throw new NotFound();
        }

        var found = await certificates.FindAsync(await CertificateCode.HashAsync(hash, code, cancellationToken), cancellationToken) ?? throw new NotFound();
        return new CertificateView(
            found.CertificateId, found.Content is not null, found.Content, found.Signature is null ? null : Convert.ToBase64String(found.Signature),
            (await signing.PublicAsync(cancellationToken)).Fingerprint);
    }
}
