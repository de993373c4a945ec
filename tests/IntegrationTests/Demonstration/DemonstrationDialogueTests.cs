using Barometre.Application.CoProduction.Dialogues;
using Barometre.Application.CoProduction.Marks;
using Barometre.Application.CoProduction.Notes;
using Barometre.Application.Shared;

namespace Barometre.IntegrationTests.Demonstration;

/// <summary>What is said in the demonstration's records.</summary>
[Collection(LoadedDemonstration.Collection)]
public sealed class DemonstrationDialogueTests(LoadedDemonstration demonstration)
{
    [Fact]
    public async Task Alone_first_the_practitioner_comes_back_to_an_answer_and_one_note_of_two_is_shown()
    {
        var cleo = LoadedDemonstration.Person("cleo");
        var sleep = Assert.Single((await demonstration.AskAsync("demo-cleo", new ListConversationsQuery(cleo, "theme", "health.sleep", null, null, null, 50))).Items);
        var told = await demonstration.AskAsync("demo-marc", new GetConversationQuery(cleo, sleep.ConversationId, false, null, null, 50));
        var notes = await demonstration.AskAsync("demo-marc", new ListNotesQuery(cleo, false, null, 50));
        var marks = await demonstration.AskAsync("demo-cleo", new ListMarksQuery(cleo));

        Assert.Equal([false, true, false], told.Messages.Items.Select(message => message.WithdrawnAt is not null));
        Assert.Equal("La rue, le vendredi et le samedi. Le reste de la semaine je dors.", told.Messages.Items[0].Words);
        Assert.Equal(["Je n’ai pas envie qu’on me trouve d’autres amies."], notes.Items.Select(note => note.Words));
        Assert.Equal(["health.sleep", "needs.housing"], marks.Select(mark => mark.Thing.Theme));
    }

    [Fact]
    public async Task A_goal_that_was_declined_keeps_what_was_said_of_it()
    {
        var goals = await demonstration.AskAsync("demo-basile", new ListConversationsQuery(LoadedDemonstration.Person("basile"), "goal", null, null, null, null, 50));

        Assert.Equal([1, 3], goals.Items.Select(one => one.Messages).Order());
        Assert.Contains(goals.Items, one => one.Thing.State == LinkState.Gone);
    }
}
