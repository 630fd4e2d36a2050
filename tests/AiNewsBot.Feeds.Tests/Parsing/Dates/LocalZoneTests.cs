using AiNewsBot.Feeds.Parsing.Dates;

namespace AiNewsBot.Feeds.Tests.Parsing.Dates;

/// <summary>Short names of time zones that mean another time where the feed is written.</summary>
public sealed class LocalZoneTests
{
    [Theory]
    [InlineData("CST", "en-US", -6)]
    [InlineData("CST", "zh-CN", 8)]
    [InlineData("CST", "zh-TW", 8)]
    [InlineData("CST", "zh", 8)]
    [InlineData("CDT", "zh-CN", 9)]
    [InlineData("CST", "es-CU", -5)]
    [InlineData("CDT", "es-CU", -4)]
    [InlineData("IST", "en-IN", 5.5)]
    [InlineData("IST", "he", 2)]
    [InlineData("IST", "iw-IL", 2)]
    [InlineData("IST", "ga", 1)]
    [InlineData("IST", "en-IE", 1)]
    [InlineData("BST", "en-GB", 1)]
    [InlineData("BST", "bn-BD", 6)]
    [InlineData("BST", "bn", 6)]
    [InlineData("AMT", "hy", 4)]
    [InlineData("AMST", "hy-AM", 5)]
    [InlineData("AMT", "pt-BR", -4)]
    [InlineData("AMST", "pt-BR", -3)]
    [InlineData("ACT", "pt-BR", -5)]
    [InlineData("AST", "en-CA", -4)]
    [InlineData("AST", "ar", 3)]
    [InlineData("AST", "ar-SA", 3)]
    [InlineData("ADT", "ar-IQ", 4)]
    [InlineData("PST", "en-US", -8)]
    [InlineData("PST", "fil", 8)]
    [InlineData("PST", "en-PH", 8)]
    [InlineData("SST", "en-SG", 8)]
    [InlineData("SGT", "en-SG", 8)]
    [InlineData("SST", "en-AS", -11)]
    [InlineData("MST", "en-US", -7)]
    [InlineData("MST", "ms-MY", 8)]
    [InlineData("MST", "my-MM", 6.5)]
    [InlineData("MST", "my", 6.5)]
    [InlineData("EST", "en-US", -5)]
    [InlineData("EST", "en-AU", 10)]
    [InlineData("EDT", "en-AU", 11)]
    [InlineData("CST", "en-AU", 9.5)]
    [InlineData("CDT", "en-AU", 10.5)]
    [InlineData("WST", "en-AU", 8)]
    [InlineData("WST", "sm-WS", 13)]
    [InlineData("GST", "ka", 4)]
    [InlineData("GET", "ka-GE", 4)]
    [InlineData("SLST", "si-LK", 5.5)]
    [InlineData("SLST", "si", 5.5)]
    [InlineData("jst", null, 9)]
    [InlineData("JST", "en-AU", 9)]
    public void Name_means_the_hours_of_the_place_where_the_feed_is_written(string name, string? locale, double hours) =>
        Assert.Equal(TimeSpan.FromHours(hours), TimeZoneNames.Find(name, FeedLocale.TryParse(locale)));

    [Theory]
    [InlineData("SLST", "en-US")]
    [InlineData("WST", null)]
    [InlineData("XYZ", "zh-CN")]
    public void Name_that_the_place_does_not_know_means_nothing(string name, string? locale) =>
        Assert.Null(TimeZoneNames.Find(name, FeedLocale.TryParse(locale)));

    [Theory]
    [InlineData("pt-BR", "pt", "BR")]
    [InlineData("zh_Hans_CN", "zh", "CN")]
    [InlineData("zh-Hans", "zh", null)]
    [InlineData("en-a1", "en", null)]
    [InlineData("de-1996-CH", "de", "CH")]
    public void Locale_has_the_region_that_is_two_letters(string tag, string language, string? region) =>
        Assert.Equal(new FeedLocale(language, region), FeedLocale.TryParse(tag));
}
