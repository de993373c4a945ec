using Barometre.Application.QualityOfLife.Contracts;
using Barometre.Application.QualityOfLife.Instruments;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Changes;
using Barometre.Domain.QualityOfLife;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Barometre.Application.QualityOfLife.Stars;

/// <summary>Makes the stars what somebody else proposed, by the ordinary command.</summary>
public sealed class StarChanges(IQualityOfLifeDb db, ThemeCatalogue catalogue, IMediator mediator, Caller caller) : IStarChanges
{
    public ProposedUse About(ProposedStars change) => new("ChooseStars", null);

    public string Says(ProposedStars change) => string.Join('\n', change.Themes);

    // Two that change the stars at once find out by their version.
    public async Task<int?> VersionAsync(Guid serviceUserId, ProposedStars change, bool held, CancellationToken cancellationToken) =>
        await db.StarBoards.AsNoTracking().Where(one => one.ServiceUserId == serviceUserId).Select(one => one.Version).FirstOrDefaultAsync(cancellationToken);

    public async Task CheckAsync(Guid serviceUserId, ProposedStars change, string path, CancellationToken cancellationToken)
    {
        foreach (var (place, theme) in change.Themes.Index())
        {
            await catalogue.RequireAsync(serviceUserId, theme, $"{path}.Themes[{place}]", cancellationToken);
        }
    }

    public async Task MakeAsync(Guid serviceUserId, ProposedStars change, YesTo yes, CancellationToken cancellationToken)
    {
        using var read = caller.Having(yes.Version);
        await mediator.Send(new ChooseStarsCommand(serviceUserId, change.Themes, yes.Setting, caller.Grant!.IsSelf ? yes.PresentMemberId : null), cancellationToken);
    }

    public Task<IReadOnlyList<WaitingThing>> WaitingAsync(Guid serviceUserId, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<WaitingThing>>([]);
}

/// <summary>The shape that stars have: as many as there may be, each once.</summary>
internal sealed class ProposedStarsValidator : AbstractValidator<ProposedStars>
{
    public ProposedStarsValidator()
    {
        RuleFor(change => change.Themes).Must(themes => themes.Count <= StarBoard.Most && themes.Distinct(StringComparer.Ordinal).Count() == themes.Count);
        RuleForEach(change => change.Themes).NotEmpty().MaximumLength(100);
    }
}
