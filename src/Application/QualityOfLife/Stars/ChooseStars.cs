using Barometre.Application.QualityOfLife.Instruments;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.QualityOfLife;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.QualityOfLife.Stars;

/// <summary>Makes these themes the person's stars, most important first; what was there before stays as history.</summary>
/// <param name="Themes">The whole list, at most three.</param>
/// <param name="PresentMemberId">With whom, when the person chooses on their own device with somebody there; a member who notes is there anyway.</param>
public sealed record ChooseStarsCommand(Guid ServiceUserId, IReadOnlyList<string> Themes, Setting Setting, Guid? PresentMemberId) : ICommand<StarList>, IVersionedCommand, INamesPresent
{
    public DateTimeOffset? PresentAt => null;

    public Needed Access => Needed.Record(ServiceUserId, Tab.QualityOfLife, AccessLevel.Contribute);
}

internal sealed class ChooseStarsValidator : AbstractValidator<ChooseStarsCommand>
{
    public ChooseStarsValidator()
    {
        // A fourth star is a rule of the domain (409); this only bounds the list.
        RuleFor(command => command.Themes).Must(themes => themes.Count <= 100);
        RuleForEach(command => command.Themes).NotEmpty().MaximumLength(100);
        RuleFor(command => command.PresentMemberId).Null().When(command => command.Setting == Setting.Alone);
    }
}

internal sealed class ChooseStarsHandler(IQualityOfLifeDb db, ThemeCatalogue catalogue, Caller caller, TimeProvider time) : IRequestHandler<ChooseStarsCommand, StarList>
{
    public async Task<StarList> Handle(ChooseStarsCommand command, CancellationToken cancellationToken)
    {
        caller.RequireSide(command.Setting);
        if (!caller.Grant!.IsSelf && command.Setting != Setting.Joint)
        {
            throw new Forbidden(QualityOfLifeErrors.StarsAreThePersons);
        }

        var board = await db.StarBoards.Include(one => one.Stars.Where(star => star.Until == null))
            .FirstOrDefaultAsync(one => one.ServiceUserId == command.ServiceUserId, cancellationToken);
        caller.Expect(board?.Version ?? 0);
        if (board is null)
        {
            board = StarBoard.For(command.ServiceUserId);
            db.StarBoards.Add(board);
        }

        await RequireThemesAsync(command, board, cancellationToken);
        board.Choose(command.Themes, new Choice(command.Setting, caller.Author(), caller.Grant.MemberId ?? command.PresentMemberId, time.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        return new StarList(board.Version, [.. board.Stars.Where(star => star.Until is null).OrderBy(star => star.Position).Select(StarRow.Of)]);
    }

    private async Task RequireThemesAsync(ChooseStarsCommand command, StarBoard board, CancellationToken cancellationToken)
    {
        // Beyond the third the list is refused anyway.
        for (var i = 0; i < Math.Min(command.Themes.Count, StarBoard.Most); i++)
        {
            // A theme that is a star already stays one, whatever became of it in the instrument.
            if (!board.Stars.Any(star => star.Theme == command.Themes[i]))
            {
                await catalogue.RequireAsync(command.ServiceUserId, command.Themes[i], $"Themes[{i}]", cancellationToken);
            }
        }
    }
}
