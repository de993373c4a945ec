using Barometre.Domain.CoProduction.Meetings;
using Barometre.Domain.Shared;

namespace Barometre.Application.CoProduction.Meetings;

/// <summary>A meeting with its agenda, as the reader may know it.</summary>
/// <param name="Day">The day it is planned for, where the person lives; once closed, the day it was held.</param>
/// <param name="Time">Of that day, where the person lives.</param>
/// <param name="Members">The members of the circle who are to be there, are there or were there, beside the person.</param>
/// <param name="Words">What it is for, or why it was called off; once closed, what was decided in all.</param>
/// <param name="NextOn">The day of the next one, set in closing this one.</param>
/// <param name="Review">The review of the plan that it was.</param>
/// <param name="Agenda">In its order, struck items in their places.</param>
public sealed record MeetingView(
    Guid MeetingId, MeetingState State, DateTimeOffset StateSince, SaidBy OpenedBy, DateTimeOffset OpenedAt, DateOnly? Day, TimeOnly? Time, IReadOnlyList<Guid> Members, string? Words,
    DateOnly? NextOn, ReviewLink? Review, IReadOnlyList<MeetingStepView> Steps, IReadOnlyList<AgendaItemView> Agenda);

/// <summary>Who noted something, as what, and whether alone or together with somebody.</summary>
public sealed record SaidBy(Guid AccountId, Perspective Perspective, Setting Setting, Guid? PresentMemberId);

/// <summary>A review of the plan, without its words.</summary>
/// <param name="ReviewId">Null when the plan is closed to the reader.</param>
public sealed record ReviewLink(Guid? ReviewId, Shared.LinkState State);

/// <summary>A meeting's coming to a state.</summary>
/// <param name="Words">What it was for, why it was called off, or what was decided in it.</param>
public sealed record MeetingStepView(Guid StepId, MeetingState State, DateTimeOffset At, SaidBy By, DateOnly? Day, TimeOnly? Time, IReadOnlyList<Guid> Members, string? Words, DateOnly? NextOn);

/// <summary>An item of an agenda.</summary>
/// <param name="Closed">True when it is about something that the reader may not see: nothing else is said of it but in which tab it is.</param>
/// <param name="Tab">Where the thing is that it is about; null for one in words.</param>
/// <param name="Thing">What it is about; null for one in words, and for a closed one.</param>
/// <param name="Reasons">Why it was drawn from the record; none for one in words.</param>
/// <param name="Words">What it says; null for one that was drawn.</param>
/// <param name="WordsBy">Whose words they are.</param>
/// <param name="Struck">It is off the agenda, and can be taken back.</param>
/// <param name="Notes">What was said and decided, in the order of time.</param>
public sealed record AgendaItemView(
    Guid ItemId, bool Closed, Tab? Tab, ThingState? Thing, IReadOnlyList<AgendaReason> Reasons, string? Words, SaidBy? WordsBy, bool Struck, SaidBy? StruckBy, IReadOnlyList<AgendaNoteView> Notes);

/// <summary>What was said or decided on an item.</summary>
/// <param name="Decided">True for a decision: it is the person's, alone or with others on one screen.</param>
/// <param name="Link">What it led to; closed, and without its name, to a reader who may not see it.</param>
/// <param name="NextOn">When it is to be looked at again, where the person lives.</param>
/// <param name="AfterClosing">It was noted once the meeting was closed.</param>
public sealed record AgendaNoteView(Guid NoteId, bool Decided, string? Words, LinkedThing? Link, DateOnly? NextOn, DateTimeOffset At, SaidBy By, bool AfterClosing);

/// <summary>What a note led to.</summary>
/// <param name="Thing">Null when the reader may not see it.</param>
public sealed record LinkedThing(ThingState? Thing, Shared.LinkState State);
