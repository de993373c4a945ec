using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.CoProduction.Effects;

/// <summary>Adds answers to a sheet: more questions, corrections, answers taken back. Sent again, one effect; in whatever order they arrive, the same result.</summary>
public sealed record AddEffectsAnswersCommand(
    Guid ServiceUserId, Guid SheetId, IReadOnlyList<EffectsReply> Answers, Setting Setting, Guid? PresentMemberId) : ICommand<KeptReplies>, INoting
{
    /// <summary>The last answer's; each has its own.</summary>
    DateTimeOffset INoting.At => Answers.Select(answer => answer.At).DefaultIfEmpty(FactTime.Earliest).Max();

    public Needed Access => Needed.Record(ServiceUserId, Tab.Coproduction, AccessLevel.Contribute);
}

internal sealed class AddEffectsAnswersValidator : AbstractValidator<AddEffectsAnswersCommand>
{
    public AddEffectsAnswersValidator()
    {
        RuleFor(command => command.PresentMemberId).Null().When(command => command.Setting == Setting.Alone);
        RuleFor(command => command.Answers).NotEmpty().Must(answers => answers.Count <= EffectsReply.MostAtOnce);
        RuleForEach(command => command.Answers).SetValidator(new EffectsReplyValidator());
    }
}

internal sealed class AddEffectsAnswersHandler(IEffectsDb db, EffectsDesk desk, Caller caller) : IRequestHandler<AddEffectsAnswersCommand, KeptReplies>
{
    public async Task<KeptReplies> Handle(AddEffectsAnswersCommand command, CancellationToken cancellationToken)
    {
        var noting = caller.TellsForThePerson(command.ServiceUserId, command.SheetId, command);
        var sheet = await db.Sheets.AsNoTracking().FirstOrDefaultAsync(one => one.ServiceUserId == command.ServiceUserId && one.Id == command.SheetId, cancellationToken) ?? throw new NotFound();
        var kept = await desk.TakeAsync(sheet, noting, command.Answers, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return kept;
    }
}
