using Barometre.Application.Shared;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Rights.Erasures;

/// <summary>Every table that holds rows about a person, in the order in which they can be deleted.</summary>
public sealed record ListPersonalTablesQuery : IQuery<IReadOnlyList<string>>
{
    public Needed Access => Needed.System;
}

internal sealed class ListPersonalTablesHandler(IPersonalRows rows) : IRequestHandler<ListPersonalTablesQuery, IReadOnlyList<string>>
{
    public Task<IReadOnlyList<string>> Handle(ListPersonalTablesQuery query, CancellationToken cancellationToken) => rows.TablesAsync(cancellationToken);
}
