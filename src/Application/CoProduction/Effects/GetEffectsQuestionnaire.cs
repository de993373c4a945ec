using Barometre.Application.Shared;
using Barometre.Domain.CoProduction.Effects;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.CoProduction.Effects;

/// <summary>The questions on perceived effects, whole and in both languages: a version, or the newest.</summary>
public sealed record GetEffectsQuestionnaireQuery(string? Version) : IQuery<EffectsQuestionnaire>
{
    public Needed Access => Needed.Anyone;
}

internal sealed class GetEffectsQuestionnaireHandler(IEffectsQuestionnaires questionnaires) : IRequestHandler<GetEffectsQuestionnaireQuery, EffectsQuestionnaire>
{
    public async Task<EffectsQuestionnaire> Handle(GetEffectsQuestionnaireQuery query, CancellationToken cancellationToken) =>
        await questionnaires.FindAsync(query.Version, cancellationToken) ?? throw new NotFound();
}
