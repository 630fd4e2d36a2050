using AiNewsBot.News.Feeds;

namespace AiNewsBot.Tests.News.Ingest;

/// <summary>How much of an entry is stored.</summary>
public sealed class StoredTextTests : IAsyncLifetime
{
    private NewsStorage _news = null!;
    private FeedRecord _feed = null!;

    public async ValueTask InitializeAsync()
    {
        _news = await NewsStorage.CreateAsync();
        _feed = await _news.AddFeedAsync("lab.example");
    }

    public ValueTask DisposeAsync() => _news.DisposeAsync();

    [Fact]
    public async Task Long_texts_are_cut_with_an_ellipsis_and_never_within_a_character()
    {
        var title = new string('t', 298) + "😀tail";

        await _news.ReadAsync(_feed, _news.Entry(title, null, new string('s', 3000)));

        Assert.Equal(new string('t', 298) + "…", await _news.AskAsync<string>("SELECT title FROM items"));
        Assert.Equal(new string('s', 1999) + "…", await _news.AskAsync<string>("SELECT summary FROM items"));
    }

    [Fact]
    public async Task Text_of_just_the_longest_length_is_whole()
    {
        await _news.ReadAsync(_feed, _news.Entry(new string('t', 300), null, new string('s', 2000)));

        Assert.Equal(
            (300L, 2000L),
            (await _news.AskAsync<long>("SELECT length(title) FROM items"), await _news.AskAsync<long>("SELECT length(summary) FROM items"))
        );
    }

    [Theory]
    [InlineData("https://lab.example/a", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("/relative", false)]
    public async Task Only_a_web_address_is_a_link(string link, bool isLink)
    {
        await _news.ReadAsync(_feed, _news.Entry("Story", link));

        Assert.Equal(isLink ? link : null, await _news.AskAsync<string>("SELECT link FROM items"));
    }

    [Fact]
    public async Task Link_of_more_than_2048_characters_is_not_stored()
    {
        await _news.ReadAsync(_feed, _news.Entry("Story", "https://lab.example/" + new string('a', 2029)));

        Assert.Null(await _news.AskAsync<string>("SELECT link FROM items"));
    }
}
