using Barometre.Application.Shared;
using FluentValidation;
using MediatR;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.Planted;

/// <summary>Planted.</summary>
public class ChangeThings : ICommand<int>
{
    public int Value { get; set; }

    public List<int> Others { get; } = [];

    public Needed Access => null!;
}

internal sealed record UnguardedQuery : IRequest<int>;

/// <summary>Planted.</summary>
public sealed record FineQuery(Guid ServiceUserId) : IQuery<int>
{
    public Needed Access => Needed.OwnRecord(ServiceUserId);
}

/// <summary>Planted.</summary>
public class FineHandler : IRequestHandler<FineQuery, int>
{
    public async Task<int> Handle(FineQuery request, CancellationToken cancellationToken)
    {
        await Work(cancellationToken, 1);
        return 0;
    }

#pragma warning disable CA1068 // Planted.
    private static Task Work(CancellationToken cancellationToken, int number) => Task.Delay(number, cancellationToken);
#pragma warning restore CA1068
}

/// <summary>Planted.</summary>
public class FineValidator : AbstractValidator<FineQuery>;
