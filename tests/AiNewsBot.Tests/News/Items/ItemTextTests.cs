using AiNewsBot.Feeds;
using AiNewsBot.News.Items;

namespace AiNewsBot.Tests.News.Items;

/// <summary>What a story is called, and by what its title is known again elsewhere.</summary>
public sealed class ItemTextTests
{
    [Fact]
    public void Title_and_text_are_trimmed_and_the_title_is_known_again()
    {
        var text = ItemText.From(Entry("  Quartz 2 is out ", " Its text. "), null);

        Assert.Equal(new ItemText("Quartz 2 is out", "Its text.", "quartz 2 is out"), text);
    }

    [Fact]
    public void Release_is_called_by_its_repository_and_version() =>
        Assert.Equal(("lumen/quartz: v2", "lumen quartz v2"), Named(ItemText.From(Entry("v2", null), "lumen/quartz:")));

    [Theory]
    [InlineData("")]
    [InlineData("  \n ")]
    [InlineData(null)]
    public void Blank_summary_is_null(string? summary) => Assert.Null(ItemText.From(Entry("Title", summary), null).Summary);

    // A note of a microblog has no title. Its beginning is shown as one, which tells no story: another's note may begin alike.
    [Fact]
    public void Note_without_a_title_is_called_by_its_first_line_and_is_not_known_again()
    {
        var text = ItemText.From(Entry(null, "Weights are up.\nLink below."), null);

        Assert.Equal(new ItemText("Weights are up.", "Weights are up.\nLink below.", null), text);
    }

    [Fact]
    public void Short_note_is_not_told_twice() =>
        Assert.Equal(new ItemText("Weights are up.", null, null), ItemText.From(Entry("", "Weights are up."), null));

    [Fact]
    public void Long_note_is_cut_between_words()
    {
        var text = ItemText.From(Entry(null, string.Join(' ', Enumerable.Repeat("word", 40))), null);

        Assert.Equal($"{string.Join(' ', Enumerable.Repeat("word", 20))}…", text.Title);
        Assert.NotNull(text.Summary);
    }

    [Fact]
    public void Long_note_without_a_space_is_cut_at_a_hundred_characters() =>
        Assert.Equal($"{new string('x', 100)}…", ItemText.From(Entry(null, new string('x', 150)), null).Title);

    [Theory]
    [InlineData("https://lab.example/a", "https://lab.example/a")]
    [InlineData(null, "(no title)")]
    public void Entry_without_a_word_is_called_by_its_link(string? link, string title) =>
        Assert.Equal(new ItemText(title, null, null), ItemText.From(new FeedEntry("1", link, null, " ", null, null), null));

    [Theory]
    [InlineData("Quartz-2: It’s out!", "quartz 2 it s out")]
    [InlineData("  ＱＵＡＲＴＺ　２  ", "quartz 2")]
    [InlineData("Ünïcode 中文 №5", "ünïcode 中文 no5")]
    [InlineData("🚀🚀", "🚀🚀")]
    [InlineData("—!?…", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Titles_are_one_by_their_letters_and_digits(string? title, string? key) => Assert.Equal(key, TitleKey.Normalize(title));

    [Fact]
    public void Title_that_was_cut_in_the_middle_of_a_character_has_a_key() =>
        Assert.StartsWith("quartz ", TitleKey.Normalize("Quartz \ud83d"), StringComparison.Ordinal);

    private static (string, string?) Named(ItemText text) => (text.Title, text.Key);

    private static FeedEntry Entry(string? title, string? summary) => new("1", null, title, summary, null, null);
}
