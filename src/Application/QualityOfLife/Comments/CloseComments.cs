using Barometre.Application.QualityOfLife.Instruments;
using Barometre.Application.Shared;
using Barometre.Domain.QualityOfLife;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.QualityOfLife.Comments;

/// <summary>The person keeps a theme's comments to themself, or opens them again; it counts at the next request of anybody.</summary>
public sealed record CloseCommentsCommand(Guid ServiceUserId, string Theme, bool Closed) : ICommand<ClosedComments>
{
    public Needed Access => Needed.OwnRecord(ServiceUserId);
}

/// <summary>Whether a theme's comments are kept to the person.</summary>
public sealed record ClosedComments(string Theme, bool Closed);

internal sealed class CloseCommentsValidator : AbstractValidator<CloseCommentsCommand>
{
    public CloseCommentsValidator() => RuleFor(command => command.Theme).NotEmpty().MaximumLength(100);
}

internal sealed class CloseCommentsHandler(IQualityOfLifeDb db, ThemeCatalogue catalogue, TimeProvider time)
    : IRequestHandler<CloseCommentsCommand, ClosedComments>
{
    public async Task<ClosedComments> Handle(CloseCommentsCommand command, CancellationToken cancellationToken)
    {
        var closing = await db.CommentClosings
            .FirstOrDefaultAsync(one => one.ServiceUserId == command.ServiceUserId && one.Theme == command.Theme && one.Until == null, cancellationToken);
        if (command.Closed && closing is null)
        {
            await catalogue.RequireAsync(command.ServiceUserId, command.Theme, nameof(command.Theme), cancellationToken);
            db.CommentClosings.Add(CommentClosing.Close(command.ServiceUserId, command.Theme, time.GetUtcNow()));
        }
        else if (!command.Closed)
        {
            closing?.Reopen(time.GetUtcNow());
        }

        await db.SaveChangesAsync(cancellationToken);
        return new ClosedComments(command.Theme, command.Closed);
    }
}
