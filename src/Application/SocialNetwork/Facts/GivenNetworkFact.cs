using System.Globalization;
using Barometre.Application.Shared;
using Barometre.Domain.Shared;
using Barometre.Domain.SocialNetwork;
using FluentValidation;

namespace Barometre.Application.SocialNetwork.Facts;

/// <summary>A fact of the network as a device sends it; each kind uses the members that concern it.</summary>
/// <param name="Id">Made by the device: sent again, the fact is known by it.</param>
/// <param name="SubjectId">The alter, or the snapshot, that it is about; made by the device that names it.</param>
/// <param name="At">What the device's clock said when it was noted.</param>
/// <param name="Setting">Alone, or together on one screen.</param>
/// <param name="Perspective">Whose view it tells; the caller's own when not said.</param>
/// <param name="OtherId">The other alter, where it is about two; with a merge, the entry that stays.</param>
/// <param name="Name">A nickname, initials, what a snapshot is called; at most 100 characters.</param>
/// <param name="MemberId">The member of the record's circle who the alter is; with <c>alter_linked</c>, null takes the link away.</param>
/// <param name="Closeness">0 = far, 100 = as near as can be.</param>
/// <param name="Quality">0 = hard, 100 = supportive.</param>
/// <param name="Given">Kinds of support that the person gives; an empty list says none.</param>
/// <param name="Received">Kinds of support that the person receives; an empty list says none.</param>
/// <param name="Comment">At most 4,000 characters; an empty text takes an earlier comment off the map.</param>
/// <param name="Strength">Of a tie between two alters: 1 = weak, 100 = strong.</param>
/// <param name="Angle">Degrees from the top, clockwise; from 0 to below 360.</param>
/// <param name="Radius">0 = in the middle, 1 = at the rim.</param>
/// <param name="Moment">The moment that a snapshot keeps; when the fact was noted if not said.</param>
public sealed record GivenNetworkFact(
    Guid Id,
    NetworkFactKind Kind,
    Guid SubjectId,
    DateTimeOffset At,
    Setting Setting = Setting.Alone,
    Perspective? Perspective = null,
    Guid? OtherId = null,
    string? Name = null,
    AlterKind? AlterKind = null,
    LifeCircle? Circle = null,
    Guid? MemberId = null,
    int? Closeness = null,
    int? Quality = null,
    ContactFrequency? Frequency = null,
    IReadOnlyList<SupportKind>? Given = null,
    IReadOnlyList<SupportKind>? Received = null,
    string? Comment = null,
    int? Strength = null,
    double? Angle = null,
    double? Radius = null,
    DateTimeOffset? Moment = null)
{
    /// <summary>The fact to keep.</summary>
    internal NetworkFact Sealed(Guid serviceUserId, Perspective perspective, Guid author, FactTime time, IRecordKey key, bool imported = false) => new(serviceUserId, Id, Kind, SubjectId)
    {
        Imported = imported,
        OtherId = OtherId,
        Perspective = perspective,
        Setting = Setting,
        AuthorId = author,
        At = time.At,
        DeviceAt = time.DeviceAt,
        RecordedAt = time.RecordedAt,
        NameSealed = Name is null ? null : key.Seal(SealedWords.Names, Name),
        AlterKind = AlterKind,
        Circle = Circle,
        MemberId = MemberId,
        Closeness = (short?)Closeness,
        Quality = (short?)Quality,
        Frequency = Frequency,
        Given = Given is null ? null : Supports.Of(Given),
        Received = Received is null ? null : Supports.Of(Received),
        CommentSealed = Comment is null ? null : key.Seal(SealedWords.Comments, Comment),
        Strength = (short?)Strength,
        Angle = Angle,
        Radius = Radius,
        Moment = Moment is { } moment ? FactTime.Microseconds(moment) : null,
    };
}

/// <summary>The shape of one fact.</summary>
internal sealed class GivenNetworkFactValidator : AbstractValidator<GivenNetworkFact>
{
    // A name is counted as people see it: an emoji of a whole family is one. A name of letters with many marks each is no name.
    public const int LongestNameUnits = 1000;

    public GivenNetworkFactValidator()
    {
        RuleFor(fact => fact.Id).NotEmpty();
        RuleFor(fact => fact.SubjectId).NotEmpty();
        RuleFor(fact => fact.At).GreaterThanOrEqualTo(FactTime.Earliest).Because(FactErrors.ClockNotSet);
        RuleFor(fact => fact.OtherId).NotEqual(fact => fact.SubjectId).Because(SocialNetworkErrors.ItselfTwice);
        RuleFor(fact => fact.Name).Must(TypedText.SaysSomething).When(fact => fact.Name is not null).Because(SocialNetworkErrors.NothingSaid);
        RuleFor(fact => fact.Name).MaximumLength(LongestNameUnits);
        RuleFor(fact => fact.Name).Must(name => new StringInfo(name ?? "").LengthInTextElements <= NetworkFact.LongestName).Because(SocialNetworkErrors.NameTooLong);
        RuleFor(fact => fact.Name).Must(Writable.Is).Because(SocialNetworkErrors.Unwritable);
        RuleFor(fact => fact.Closeness).InclusiveBetween(0, 100);
        RuleFor(fact => fact.Quality).InclusiveBetween(0, 100);
        RuleFor(fact => fact.Given).Must(kinds => kinds is null || kinds.Count <= Enum.GetValues<SupportKind>().Length);
        RuleFor(fact => fact.Received).Must(kinds => kinds is null || kinds.Count <= Enum.GetValues<SupportKind>().Length);
        RuleFor(fact => fact.Comment).MaximumLength(NetworkFact.LongestComment);
        RuleFor(fact => fact.Comment).Must(Writable.Is).Because(SocialNetworkErrors.Unwritable);
        RuleFor(fact => fact.Strength).InclusiveBetween(1, 100);
        RuleFor(fact => fact.Angle).Must(angle => angle is null or (>= 0 and < 360));
        RuleFor(fact => fact.Radius).Must(radius => radius is null or (>= 0 and <= 1));
        RuleFor(fact => fact.Moment).GreaterThanOrEqualTo(FactTime.Earliest).When(fact => fact.Moment is not null).Because(FactErrors.ClockNotSet);
        RuleFor(fact => fact.Moment).LessThanOrEqualTo(fact => fact.At).When(fact => fact.Moment is not null).Because(SocialNetworkErrors.MomentToCome);
        RuleFor(fact => fact.Kind).Custom((_, context) =>
        {
            foreach (var (member, error) in FactShape.Faults(context.InstanceToValidate))
            {
                context.AddFailure(Faults.At(context.PropertyChain.BuildPropertyPath(member), error));
            }
        });
    }
}
