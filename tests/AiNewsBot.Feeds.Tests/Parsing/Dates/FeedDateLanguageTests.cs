using System.Globalization;
using AiNewsBot.Feeds.Parsing.Dates;

namespace AiNewsBot.Feeds.Tests.Parsing.Dates;

/// <summary>Months and zones by the names that a language has for them.</summary>
public sealed class FeedDateLanguageTests
{
    [Theory]
    [InlineData("de")]
    [InlineData("nl")]
    [InlineData("sv")]
    [InlineData("nb")]
    [InlineData("da")]
    [InlineData("is")]
    [InlineData("fi")]
    [InlineData("et")]
    [InlineData("fr")]
    [InlineData("es")]
    [InlineData("ca")]
    [InlineData("pt")]
    [InlineData("it")]
    [InlineData("ro")]
    [InlineData("pl")]
    [InlineData("cs")]
    [InlineData("sk")]
    [InlineData("sl")]
    [InlineData("sr-Cyrl")]
    [InlineData("sr-Latn")]
    [InlineData("lv")]
    [InlineData("lt")]
    [InlineData("hu")]
    [InlineData("tr")]
    [InlineData("id")]
    [InlineData("el")]
    [InlineData("ru")]
    [InlineData("uk")]
    [InlineData("bg")]
    public void Every_month_of_every_language_is_known(string language)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        for (var month = 1; month <= 12; month++)
        {
            var date = new DateTimeOffset(2024, month, 11, 0, 0, 0, TimeSpan.Zero);
            var text = date.ToString("dddd d MMMM yyyy", culture);

            Assert.True(FeedDate.TryParse(text) == date, text);
        }
    }

    [Theory]
    [InlineData("Mon, 11 Mar 2024 17:41:09 CST", null, 23)]
    [InlineData("Mon, 11 Mar 2024 17:41:09 CST", "en-us", 23)]
    [InlineData("Mon, 11 Mar 2024 17:41:09 CST", "zh-CN", 9)]
    [InlineData("Mon, 11 Mar 2024 17:41:09 CST", "zh", 9)]
    [InlineData("Mon, 11 Mar 2024 17:41:09 IST", "en-IN", 12)]
    [InlineData("Mon, 11 Mar 2024 17:41:09 IST", "he", 15)]
    [InlineData("Mon, 11 Mar 2024 17:41:09 IST", "en_IE", 16)]
    [InlineData("Mon, 11 Mar 2024 17:41:09 BST", "en-GB", 16)]
    [InlineData("Mon, 11 Mar 2024 17:41:09 BST", "bn", 11)]
    [InlineData("Mon, 11 Mar 2024 17:41:09 AMT", "hy", 13)]
    [InlineData("Mon, 11 Mar 2024 17:41:09 AMT", "pt-BR", 21)]
    [InlineData("Mon, 11 Mar 2024 17:41:09 EST", "en-AU", 7)]
    public void A_name_of_several_zones_is_that_of_the_feeds_region(string text, string? language, int hour) =>
        Assert.Equal(hour, FeedDate.TryParse(text, FeedLocale.TryParse(language))?.UtcDateTime.Hour);

    [Theory]
    [InlineData("<rss><channel><language>zh-cn</language><item><pubDate>{0}</pubDate></item></channel></rss>")]
    [InlineData("<rss xml:lang='zh'><channel><item><pubDate>{0}</pubDate></item></channel></rss>")]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='zh-Hans-CN'><entry><published>{0}</published></entry></feed>")]
    [InlineData("{\"version\": \"https://jsonfeed.org/version/1.1\", \"language\": \"zh\", \"items\": [{\"date_published\": \"{0}\"}]}")]
    public void A_feed_tells_its_language_in_each_format(string text) =>
        Assert.Equal(
            new DateTimeOffset(2024, 3, 11, 9, 41, 9, TimeSpan.Zero),
            Assert.Single(Parsed.Feed(text.Replace("{0}", "Mon, 11 Mar 2024 17:41:09 CST", StringComparison.Ordinal)).Entries).Published
        );

    [Theory]
    [InlineData(null, 11)]
    [InlineData("hr", 10)]
    [InlineData("pl-PL", 11)]
    public void A_name_of_several_months_is_that_of_the_feeds_language(string? language, int month) =>
        Assert.Equal(month, FeedDate.TryParse("11. listopada 2024", FeedLocale.TryParse(language))?.Month);

    // The system's own names, of which the program has a copy.
    [Fact]
    public void Every_month_of_every_language_is_known_where_the_feed_names_its_language()
    {
        var missed = new List<string>();
        foreach (
            var culture in CultureInfo
                .GetCultures(CultureTypes.NeutralCultures)
                .Where(culture => culture is { Name.Length: 2, Calendar: GregorianCalendar })
        )
        {
            for (var month = 1; month <= 12; month++)
            {
                var text = $"11 {culture.DateTimeFormat.MonthGenitiveNames[month - 1]} 2024";
                if (FeedDate.TryParse(text, FeedLocale.TryParse(culture.Name))?.Month != month)
                    missed.Add($"{culture.Name}: {text}");
            }
        }

        Assert.True(missed.Count == 0, string.Join('\n', missed));
    }
}
