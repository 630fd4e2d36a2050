using System.Text.RegularExpressions;
using AiNewsBot.Chat;

namespace AiNewsBot.Tests.Chat;

/// <summary>Every refusal is a sentence that names what it is about and says that nothing was changed.</summary>
public sealed partial class RefusalTextTests
{
    public static TheoryData<string> Codes => [.. Enum.GetNames<RefusalCode>()];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Each_refusal_is_a_text_with_all_its_parameters(string name)
    {
        var code = Enum.Parse<RefusalCode>(name);

        var reason = RefusalText.Reason(new Refusal(code, "FIRST", "SECOND", "THIRD"));

        Assert.DoesNotMatch(Placeholder(), reason);
        Assert.False(reason.Contains("SECOND", StringComparison.Ordinal) && !reason.Contains("FIRST", StringComparison.Ordinal), reason);
        Assert.False(reason.Contains("THIRD", StringComparison.Ordinal) && !reason.Contains("SECOND", StringComparison.Ordinal), reason);

        // Those of a line stand behind its number, in the middle of a sentence.
        var isOfLine = name.StartsWith("Line", StringComparison.Ordinal);
        Assert.Equal(!isOfLine, reason[^1] is '.');
        Assert.True(isOfLine || char.IsUpper(reason[0]) || reason[0] == '\'', reason);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Each_refusal_says_that_nothing_was_changed_unless_something_was_before(string name)
    {
        var code = Enum.Parse<RefusalCode>(name);

        var text = RefusalText.Create(new Refusal(code, "1", "2", "3"));

        Assert.Equal(
            code is not (RefusalCode.ImportDone or RefusalCode.SuggestionDecidedByYou),
            text.EndsWith(" Nothing was changed.", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Refusals_are_told_apart_by_their_texts() =>
        Assert.Empty(
            Enum.GetValues<RefusalCode>()
                .GroupBy(code => RefusalText.Reason(new Refusal(code, "1", "2", "3")))
                .Where(group => group.Count() > 1)
                .SelectMany(group => group)
        );

    [Fact]
    public void Unknown_code_has_no_text() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RefusalText.Create(new Refusal((RefusalCode)10_000)));

    [GeneratedRegex(@"\{\d|  |\{of")]
    private static partial Regex Placeholder();
}
