using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.CoProduction.Effects;

/// <summary>Perceived effects over time, by service and accompaniment: the families' means of each sheet. The process part is there for the person, and for whom they showed it.</summary>
public sealed record ListEffectsQuery(Guid ServiceUserId) : IQuery<IReadOnlyList<EffectsOfSubject>>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Coproduction, AccessLevel.Read);
}

internal sealed class ListEffectsHandler(EffectsBook book) : IRequestHandler<ListEffectsQuery, IReadOnlyList<EffectsOfSubject>>
{
    public async Task<IReadOnlyList<EffectsOfSubject>> Handle(ListEffectsQuery query, CancellationToken cancellationToken)
    {
        var (sheets, sight) = await book.OpenAsync(query.ServiceUserId, null, cancellationToken);
        return
        [
            .. sheets.GroupBy(open => (open.Sheet.SubjectKind, open.Sheet.SubjectId))
                .Select(subject => new EffectsOfSubject(subject.Key.SubjectKind, subject.Key.SubjectId, [.. subject.Select(open => EffectsPicture.Row(open.Sheet, open.Answers, sight))])),
        ];
    }
}
