using Barometre.Application.Shared;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Participation.Register;

/// <summary>The records whose register can be verified.</summary>
public sealed record ListRegistersQuery : IQuery<IReadOnlyList<Guid>>
{
    public Needed Access => Needed.System;
}

internal sealed class ListRegistersHandler(IRegisterLines lines) : IRequestHandler<ListRegistersQuery, IReadOnlyList<Guid>>
{
    public Task<IReadOnlyList<Guid>> Handle(ListRegistersQuery query, CancellationToken cancellationToken) => lines.PeopleAsync(cancellationToken);
}
