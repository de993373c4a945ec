using Barometre.Application;
using FluentValidation;
using FluentValidation.Validators;

namespace Barometre.UnitTests.Shared;

public sealed class TextRulesTests
{
    [Theory]
    [InlineData("L")]
    [InlineData("ماكس")]
    [InlineData("שרה")]
    [InlineData("李")]
    [InlineData("🌻")]
    [InlineData("👩🏽‍🌾")]
    [InlineData("?")]
    [InlineData("  1")]
    [InlineData("\u200B.\u200B")]
    public void Says_something(string text) => Assert.True(TypedText.SaysSomething(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\r\n")]
    [InlineData("\u200B")]
    [InlineData("\u200E\u200F\u2060\uFEFF")]
    [InlineData("\u00A0\u3000\u2028")]
    [InlineData("\u0001")]
    [InlineData("\uFE0F")]
    [InlineData("\u0301")]
    [InlineData("\u3164\u2800\u115F")]
    public void Says_nothing(string? text) => Assert.False(TypedText.SaysSomething(text));

    [Theory]
    [InlineData("", 0)]
    [InlineData("é", 1)]
    [InlineData("🌻🌻", 2)]
    [InlineData("👩🏽‍🌾", 4)]
    public void Counts_characters_not_their_bytes(string text, int characters) => Assert.Equal(characters, TypedText.Characters(text));

    [Fact]
    public void Every_validator_of_the_application_rules_texts_in_this_one_way()
    {
        var foreign = typeof(ApplicationSetup).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false, IsGenericTypeDefinition: false } && type.IsAssignableTo(typeof(IValidator)) && type.GetConstructor(Type.EmptyTypes) is not null)
            .SelectMany(type => ((IValidator)Activator.CreateInstance(type)!).CreateDescriptor().GetMembersWithValidators()
                .SelectMany(member => member.Select(rule => (Where: $"{type.Name}.{member.Key}", Rule: rule.Validator))))
            .ToList();

        Assert.Contains(foreign, found => found.Rule is IMaximumLengthValidator);
        Assert.Empty(foreign.Where(found => found.Rule is IMaximumLengthValidator && found.Rule.GetType().Assembly != typeof(ApplicationSetup).Assembly).Select(found => found.Where));
        Assert.Empty(foreign.Where(found => found.Rule.GetType() is { IsGenericType: true } rule && rule.GetGenericTypeDefinition() == typeof(NotEmptyValidator<,>) && rule.GenericTypeArguments[1] == typeof(string))
            .Select(found => found.Where));
    }
}
