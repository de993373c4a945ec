using Barometre.Domain.CoProduction;
using Barometre.Domain.CoProduction.Dialogues;
using Barometre.Domain.Shared;

namespace Barometre.UnitTests.CoProduction;

/// <summary>What people say in the record of an invented person.</summary>
internal static class Given
{
    public static readonly Guid Person = Guid.Parse("0199d9a0-1c2e-7d3f-8a4b-5c6d7e8f9a0b");
    public static readonly DateTimeOffset Now = new(2026, 3, 14, 15, 9, 26, TimeSpan.Zero);
    public static readonly Thing Housing = new(ThingKind.Theme, "needs.housing", null);

    public static Noting By(Perspective perspective, Setting setting = Setting.Alone, int minutesAgo = 10, Guid? id = null, Guid? author = null) =>
        new(Person, id ?? Guid.CreateVersion7(), author ?? Author(perspective), perspective, setting, null, Now.AddMinutes(-minutesAgo));

    public static Guid Author(Perspective perspective) => Guid.Parse($"0199d9a0-0000-7000-8000-00000000000{(int)perspective}");

    public static Conversation Conversation() => Domain.CoProduction.Dialogues.Conversation.On(Person, Housing, "needs.housing", Now);

    public static Message Of(this Conversation conversation, Guid message) => Message.Of(conversation.Facts.Where(fact => fact.MessageId == message));

    public static Error Refused(Action act) => Assert.Throws<RuleViolation>(act).Error;
}
