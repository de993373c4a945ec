using System.Runtime.CompilerServices;
using Barometre.Application;
using Barometre.Application.Participation.Register;
using Barometre.Application.Shared;
using Barometre.Application.Shared.Pipeline;
using Barometre.Domain.Participation;
using Barometre.Domain.Shared;

namespace Barometre.UnitTests.Participation;

public sealed class RegisterWordsTests
{
    public static TheoryData<string> Requests => new(typeof(ApplicationSetup).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: false, IsGenericTypeDefinition: false } && type.IsAssignableTo(typeof(IGuarded)))
        .Where(type => AccessOf(type) is Access.RecordAccess or Access.CircleAccess or Access.AnyTabAccess or Access.RightsAccess)
        .Select(type => type.FullName!));

    [Theory]
    [MemberData(nameof(Requests))]
    public void Every_request_that_touches_a_record_has_a_sentence_in_both_languages(string request)
    {
        var type = typeof(ApplicationSetup).Assembly.GetType(request)!;
        var tab = (AccessOf(type) as Access.RecordAccess)?.Tab;
        var useCase = (string)typeof(UseCase<>).MakeGenericType(type).GetProperty("Name")!.GetValue(null)!;

        var words = RegisterWords.Of(useCase, tab, type.IsAssignableTo(typeof(ICommand)));

        Assert.All([words.Fr, words.En], sentence =>
        {
            Assert.True(sentence.Length > 5);
            Assert.DoesNotContain(useCase, sentence, StringComparison.OrdinalIgnoreCase);
        });
        Assert.True(tab is not null || RegisterWords.Said.ContainsKey(useCase), $"{useCase} concerns no tab: say in RegisterWords what it does.");
    }

    [Theory]
    [InlineData(Tab.Network, false, "a lu votre réseau social", "read your social network")]
    [InlineData(Tab.Plan, true, "a ajouté ou changé quelque chose dans votre plan d’accomplissement", "added or changed something in your accomplishment plan")]
    public void A_use_case_without_words_of_its_own_is_told_by_its_tab(Tab tab, bool writes, string french, string english) =>
        Assert.Equal(new PlainWords(french, english), RegisterWords.Of("SomethingNew", tab, writes));

    [Fact]
    public void Every_ground_has_words() =>
        Assert.All(Enum.GetValues<RegisterGround>(), ground => Assert.True(RegisterWords.Of(ground) is { Fr.Length: > 0, En.Length: > 0 }));

    private static Access AccessOf(Type type) => ((IGuarded)RuntimeHelpers.GetUninitializedObject(type)).Access;
}
