using Barometre.Application.Shared;
using Barometre.Domain.Participation.Consents;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Consents;

/// <summary>A text that somebody said yes to, to the letter.</summary>
public sealed record KeptTextView(string Hash, ConsentKind Kind, string Version, string Language, string Content);

/// <summary>The text that was shown for an answer, by its hash: nothing of who answered.</summary>
public sealed record GetConsentTextQuery(string TextHash) : IQuery<KeptTextView>
{
    public Needed Access => Needed.SignedIn;
}

internal sealed class GetConsentTextValidator : AbstractValidator<GetConsentTextQuery>
{
    public GetConsentTextValidator() => RuleFor(query => query.TextHash).NotEmpty().MaximumLength(64);
}

internal sealed class GetConsentTextHandler(IParticipationDb db) : IRequestHandler<GetConsentTextQuery, KeptTextView>
{
    public async Task<KeptTextView> Handle(GetConsentTextQuery query, CancellationToken cancellationToken) =>
        await db.KeptTexts.AsNoTracking().Where(text => text.Hash == query.TextHash)
            .Select(text => new KeptTextView(text.Hash, text.Kind, text.Version, text.Language, text.Content)).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
}
