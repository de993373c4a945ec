using Barometre.Application.Shared;
using Barometre.Application.Shared.Facts;
using Barometre.Domain.CoProduction;
using Barometre.Domain.CoProduction.Meetings;
using Barometre.Domain.Shared;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Needed = Barometre.Application.Shared.Access;

namespace Barometre.Application.CoProduction.Meetings;

/// <summary>A meeting: its agenda as it stands, what was said and decided, when next.</summary>
public sealed record GetMeetingQuery(Guid ServiceUserId, Guid MeetingId) : IQuery<MeetingView>
{
    public Needed Access => Needed.Record(ServiceUserId, Tab.Coproduction, AccessLevel.Read);
}

internal sealed class GetMeetingHandler(IMeetingsDb db, OpenThings open, IRecordKeys keys, Caller caller) : IRequestHandler<GetMeetingQuery, MeetingView>
{
    public async Task<MeetingView> Handle(GetMeetingQuery query, CancellationToken cancellationToken)
    {
        var (person, id) = (query.ServiceUserId, query.MeetingId);
        var meeting = await db.Meetings.AsNoTracking().Include(one => one.Steps).FirstOrDefaultAsync(one => one.ServiceUserId == person && one.Id == id, cancellationToken) ?? throw new NotFound();
        var items = await db.AgendaItems.AsNoTracking().Where(item => item.ServiceUserId == person && item.MeetingId == id).ToListAsync(cancellationToken);
        var facts = await db.AgendaFacts.AsNoTracking().Where(fact => fact.ServiceUserId == person && fact.MeetingId == id).ToListAsync(cancellationToken);
        var named = items.Select(item => item.Thing).Concat(facts.Select(fact => fact.Link)).OfType<Thing>();
        var states = await open.StatesAsync(person, named, cancellationToken);
        var picture = new MeetingPicture(meeting, states, await keys.ForAsync(person, cancellationToken), caller.Grant!.Sees(Tab.Plan));
        return picture.Show(Agenda.Of(items, facts));
    }
}

/// <summary>Shows a meeting to one reader: of what they may not see, only that there is something, and in which tab.</summary>
internal sealed class MeetingPicture(Meeting meeting, IReadOnlyDictionary<Thing, LinkState> states, IRecordKey key, bool seesPlan)
{
    private readonly MeetingStep? _closing = meeting.Steps.FirstOrDefault(step => step.State == MeetingState.Closed);

    public MeetingView Show(IReadOnlyList<AgendaEntry> agenda)
    {
        var step = _closing ?? meeting.Steps.InOrder().Last();
        var review = _closing?.ReviewId is { } id ? seesPlan ? new ReviewLink(id, LinkState.There) : new ReviewLink(null, LinkState.Closed) : null;
        return new MeetingView(
            meeting.Id, meeting.State, meeting.StateSince, By(meeting.Steps.First(one => one.Id == meeting.Id)), meeting.At, step.Day, step.Time, step.Members, Words(step), step.NextOn, review,
            [.. meeting.Steps.InOrder().Select(one => new MeetingStepView(one.Id, one.State, one.At, By(one), one.Day, one.Time, one.Members, Words(one), one.NextOn))],
            [.. agenda.Select(Item)]);
    }

    private AgendaItemView Item(AgendaEntry entry)
    {
        var thing = entry.Item.Thing;
        if (thing is not null && states[thing] == LinkState.Closed)
        {
            return new AgendaItemView(entry.Item.Id, true, thing.Tab, null, [], null, null, entry.Struck, null, []);
        }

        return new AgendaItemView(
            entry.Item.Id, false, thing?.Tab, thing is null ? null : State(thing), entry.Reasons, key.OpenAny(MeetingColumns.AgendaWords, entry.Wording?.WordsSealed),
            entry.Wording is null ? null : By(entry.Wording), entry.Struck, entry.Struck ? By(entry.Standing!) : null, [.. entry.Notes.Select(Note)]);
    }

    private AgendaNoteView Note(AgendaFact note) => new(
        note.Id, note.Kind == AgendaFactKind.Decided, key.OpenAny(MeetingColumns.AgendaWords, note.WordsSealed),
        note.Link is { } link ? new LinkedThing(states[link] == LinkState.Closed ? null : State(link), states[link]) : null,
        note.NextOn, note.At, By(note), note.At > _closing?.At);

    private ThingState State(Thing thing) => new(thing.Kind, thing.Theme, thing.Id, states[thing]);

    private string? Words(MeetingStep step) => key.OpenAny(MeetingColumns.StepWords, step.WordsSealed);

    private static SaidBy By(NotedFact fact) => new(fact.AuthorId, fact.Perspective, fact.Setting, fact.PresentMemberId);
}
