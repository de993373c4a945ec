using Barometre.Application.Participation.Contracts;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.CoProduction;
using Barometre.Domain.CoProduction.Voices;
using Barometre.Domain.Shared;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.CoProduction.Voices;

/// <summary>Says where one side stands with a gap, or both on one screen: it is closed once both have said the same of the same two ratings. Sent again, one effect.</summary>
/// <param name="SayingId">Made by the device.</param>
/// <param name="PersonAt">When the person's rating that was read was given.</param>
/// <param name="PractitionerAt">When the practitioner's rating that was read was given.</param>
public sealed record SayOfGapCommand(
    Guid ServiceUserId, string Theme, Guid SayingId, GapWord Word, DateTimeOffset PersonAt, DateTimeOffset PractitionerAt, DateTimeOffset At, Setting Setting, Guid? PresentMemberId)
    : ICommand<KeptFact>, INoting
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Coproduction, AccessLevel.Contribute);
}

internal sealed class SayOfGapValidator : AbstractValidator<SayOfGapCommand>
{
    public SayOfGapValidator()
    {
        this.RuleForNoting();
        RuleFor(command => command.SayingId).NotEmpty();
        RuleFor(command => command.Theme).NotEmpty().MaximumLength(Thing.LongestTheme);
        RuleFor(command => command.PersonAt).NotEmpty();
        RuleFor(command => command.PractitionerAt).NotEmpty();
    }
}

internal sealed class SayOfGapHandler(ICoProductionDb db, GapStories stories, Things things, ICircleReader circle, Caller caller, TimeProvider time) : IRequestHandler<SayOfGapCommand, KeptFact>
{
    public async Task<KeptFact> Handle(SayOfGapCommand command, CancellationToken cancellationToken)
    {
        things.RequireTab(Tab.QualityOfLife);
        // Another system writes as a practitioner does; it has no view that could come nearer to the person's.
        var noting = caller.Grant!.As == Role.Integrator ? throw new Forbidden(SharedErrors.NobodysSide) : caller.Decides(command.ServiceUserId, command.SayingId, command);
        var saying = GapSaying.Say(noting, command.Theme, command.Word, command.PersonAt, command.PractitionerAt, time.GetUtcNow());
        var known = await db.GapSayings.FirstOrDefaultAsync(one => one.ServiceUserId == command.ServiceUserId && one.Id == command.SayingId, cancellationToken);
        if (KeptFact.Again(known, noting, one => (one.Theme, one.Word, one.PersonAt, one.PractitionerAt) == (saying.Theme, saying.Word, saying.PersonAt, saying.PractitionerAt)) is { } same)
        {
            return same;
        }

        await RequirePractitionerAsync(command, cancellationToken);
        var told = (await stories.TellAsync(command.ServiceUserId, command.Theme, cancellationToken)).SingleOrDefault();
        if (told is null || told.Story.Refusal(saying) is not null)
        {
            throw new RuleViolation(told?.Story.Refusal(saying) ?? CoProductionErrors.NoGap);
        }

        db.GapSayings.Add(saying);
        await db.SaveChangesAsync(cancellationToken);
        return KeptFact.Of(saying);
    }

    // On the person’s own device, nobody speaks for a practitioner who is not there; that whoever is named could be there is checked for all commands.
    private async Task RequirePractitionerAsync(SayOfGapCommand command, CancellationToken cancellationToken)
    {
        if (caller.Grant!.IsSelf && command.Setting == Setting.Joint)
        {
            var places = await circle.PlacesAsync(command.ServiceUserId, cancellationToken);
            Faults.ThrowIfAny(places.Any(place => place.MemberId == command.PresentMemberId && place.Role == Role.Practitioner)
                ? [] : [Faults.At(nameof(command.PresentMemberId), CoProductionErrors.NotBesideAPractitioner)]);
        }
    }
}
