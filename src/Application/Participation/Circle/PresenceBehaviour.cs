using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.Participation;
using MediatR;

namespace Barometre.Application.Participation.Circle;

/// <summary>Checks, for every command that says who was there, that they had a place in this person's circle at that time: whoever left before, was never in it or is of another's was not beside this person.</summary>
/// <remarks>By the time the device says it was: what it noted while somebody was still around is taken however late it comes.</remarks>
public sealed class PresenceBehaviour<TRequest, TResult>(ICircleReader circle) : IPipelineBehavior<TRequest, TResult>
    where TRequest : notnull
{
    public async Task<TResult> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResult> next)
    {
        if (request is INamesPresent { PresentMemberId: { } present } naming)
        {
            var place = (await circle.PlacesAsync(naming.ServiceUserId, cancellationToken)).FirstOrDefault(one => one.MemberId == present);
            var wasThere = place is not null && (place.Active || naming.PresentAt <= place.Until);
            Faults.ThrowIfAny(wasThere ? [] : [Faults.At(nameof(naming.PresentMemberId), ParticipationErrors.NotInTheCircle)]);
        }

        return await next();
    }
}
