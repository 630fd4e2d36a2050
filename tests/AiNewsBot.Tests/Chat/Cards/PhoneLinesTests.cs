using AiNewsBot.Chat.Cards;

namespace AiNewsBot.Tests.Chat.Cards;

/// <summary>How much of a phone a line takes, without what Discord reads and does not show.</summary>
public sealed class PhoneLinesTests
{
    [Theory]
    [InlineData("", 1)]
    [InlineData("Yes.", 1)]
    [InlineData("one\ntwo", 2)]
    [InlineData("1234567890 1234567890 1234567890 1234567890 1", 1)]
    [InlineData("1234567890 1234567890 1234567890 1234567890 12", 2)]
    [InlineData("**1234567890 1234567890 1234567890 1234567890** 1", 1)]
    [InlineData("-# 1234567890 1234567890 1234567890 1234567890 1", 1)]
    [InlineData("1234567890 1234567890 1234567890 1234567890 \\*", 1)]
    [InlineData("[a source](<https://example.org/with/a/very/long/address/that/is/not/shown/at/all>), read", 1)]
    [InlineData("このモデルの重みは公開されていますが", 1)]
    [InlineData("このモデルの重みは公開されていますが、オープンソースではありません", 2)]
    [InlineData("a-word-that-is-longer-than-the-whole-line-of-a-phone-and-is-broken", 2)]
    public void Lines_are_wrapped_between_words(string markdown, int lines) => Assert.Equal(lines, PhoneLines.Count(markdown));

    [Theory]
    [InlineData("It fits.", 1, "It fits.")]
    [InlineData("- **A label**: words that do not fit into one line of a phone", 1, "- **A label**: words that do not fit into one …")]
    [InlineData("- **A label that is longer than the line of a phone is**: so", 1, "- **A label that is longer than the line of a …**")]
    public void Line_is_cut_between_words_and_stays_whole_as_Markdown(string markdown, int lines, string cut) =>
        Assert.Equal(cut, PhoneLines.Cut(markdown, lines));
}
