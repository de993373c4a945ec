using System.Text.RegularExpressions;
using Barometre.ArchitectureTests.Checks;

namespace Barometre.ArchitectureTests;

/// <summary>A log line carries ids, codes and kinds: never a failure's message, which may quote what somebody wrote, nor a failure whole.</summary>
public sealed partial class LogTests
{
    [Fact]
    public void No_log_line_carries_a_failure_or_its_message() =>
        Assert.Empty(Repository.CSharp("src").Where(file => Tells(file.Text)).Select(file => file.Path));

    [Theory]
    [InlineData("logger.LogError(failure, \"Failed\");")]
    [InlineData("logger.LogWarning(\"Failed: {What}\", failure.Message);")]
    [InlineData("logger.LogInformation($\"{name} came\");")]
    [InlineData("logger.LogWarning(\n    exception,\n    \"Failed\");")]
    public void A_planted_line_that_tells_too_much_is_reported(string line) => Assert.True(Tells(line));

    [Theory]
    [InlineData("logger.LogError(\"Failed ({TraceId}): {Failure}\", trace, Kinds(exception));")]
    [InlineData("logger.LogWarning(\"Attempt {Attempt} failed with {ErrorType}.\", attempt, failure.GetType().FullName);")]
    public void A_line_of_ids_and_kinds_is_not(string line) => Assert.False(Tells(line));

    private static bool Tells(string text) => Failure().IsMatch(text) || Message().IsMatch(text) || Interpolated().IsMatch(text);

    [GeneratedRegex(@"\.Log(Trace|Debug|Information|Warning|Error|Critical)\(\s*[a-z]\w*\s*,\s*""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Failure();

    [GeneratedRegex(@"\.Log(Trace|Debug|Information|Warning|Error|Critical)\([^;]*\.(Message|ToString\(\))", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Message();

    [GeneratedRegex(@"\.Log(Trace|Debug|Information|Warning|Error|Critical)\(\s*\$""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Interpolated();
}
