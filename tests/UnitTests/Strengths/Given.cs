using Barometre.Domain.Shared;
using Barometre.Domain.Strengths;

namespace Barometre.UnitTests.Strengths;

internal static class Given
{
    public static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    public static readonly Guid Person = Guid.Parse("0199d9a0-0000-7000-8000-000000000001");

    public static readonly Guid Practitioner = Guid.Parse("0199d9a0-0000-7000-8000-000000000002");

    /// <summary>By the person alone, <paramref name="minutes"/> ago.</summary>
    public static StrengthNoting ByThePerson(double minutes = 0) => new(Perspective.ServiceUser, Setting.Alone, Person, Now.AddMinutes(-minutes), Now);

    public static StrengthNoting ByThePractitioner(double minutes = 0, Setting setting = Setting.Alone) =>
        new(Perspective.Practitioner, setting, Practitioner, Now.AddMinutes(-minutes), Now);

    public static StrengthContent Content(byte words = 1) =>
        new([words], StrengthKind.Skill, StrengthDomain.Leisure, StrengthTime.Now, "leisure.music", null, null, null);

    public static Strength Strength(StrengthNoting noting) => Domain.Strengths.Strength.Name(Person, Guid.CreateVersion7(), Content(), noting);
}
