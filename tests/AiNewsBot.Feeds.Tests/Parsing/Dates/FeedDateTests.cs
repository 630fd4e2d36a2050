using System.Globalization;
using System.Text.Json;
using AiNewsBot.Feeds.Parsing.Dates;

namespace AiNewsBot.Feeds.Tests.Parsing.Dates;

public sealed class FeedDateTests
{
    [Theory]
    [InlineData("Mon, 11 Mar 2024 17:41:09 GMT", "2024-03-11T17:41:09")]
    [InlineData("Mon, 11 Mar 2024 17:41:09 +0100", "2024-03-11T16:41:09")]
    [InlineData("Mon, 11 Mar 2024 17:41:09 +01:00", "2024-03-11T16:41:09")]
    [InlineData("Mon, 11 Mar 2024 17:41:09 GMT+1", "2024-03-11T16:41:09")]
    [InlineData("Mon, 11 Mar 2024 17:41:09 GMT-01:30", "2024-03-11T19:11:09")]
    [InlineData("Mon, 11 Mar 2024 17:41:09 -0800 (PST)", "2024-03-12T01:41:09")]
    [InlineData("Mon, 11 Mar 2024 17:41:09 +0100 CET", "2024-03-11T16:41:09")]
    [InlineData("Mon, 11 Mar 2024 17:41:09 Etc/GMT", "2024-03-11T17:41:09")]
    [InlineData("Mon, 11 Mar 2024 17:41:09 XYZ", "2024-03-11T17:41:09")]
    [InlineData("Mon, 11 Mar 2024 10:41:09 America/Los_Angeles", "2024-03-11T17:41:09")]
    [InlineData("Mon, 11 Mar 2024 18:41:09 europe/paris", "2024-03-11T17:41:09")]
    [InlineData("Thu, 11 Jul 2024 14:41:09 America/Argentina/Buenos_Aires", "2024-07-11T17:41:09")]
    [InlineData("Mon Mar 11 10:41:09 America/Los_Angeles 2024", "2024-03-11T17:41:09")]
    [InlineData("Mon, 11 Mar 2024 17:41:09 Mars/Phobos", "2024-03-11T17:41:09")]
    [InlineData("Mon, 11 Mar 2024 13:41:09 Eastern Daylight Time", "2024-03-11T17:41:09")]
    [InlineData("Mon, 11 Mar 2024 12:41:09 Eastern Standard Time", "2024-03-11T17:41:09")]
    [InlineData("Mon, 11 Mar 2024 10:41:09 Pacific Time", "2024-03-11T17:41:09")]
    [InlineData("Thu, 11 Jul 2024 19:41:09 Central European Summer Time", "2024-07-11T17:41:09")]
    [InlineData("03 Apr 02 1500 GMT", "2002-04-03T15:00:00")]
    [InlineData("Wed, 03 Apr 2002 1500 +0200", "2002-04-03T13:00:00")]
    [InlineData("Apr 3 2002 093015", "2002-04-03T09:30:15")]
    [InlineData("17:41 March 11 2024", "2024-03-11T17:41:00")]
    [InlineData("11 Mar 2024 | 17:41", "2024-03-11T17:41:00")]
    [InlineData("Mon, 11 Mar 2024 17:41:09 +3000", "2024-03-11T17:41:09")]
    [InlineData("Mon, 11 Mar 2024 17:41:09 \u22120800", "2024-03-12T01:41:09")]
    [InlineData("Mon,11 Mar 2024 17:41:09 -0000", "2024-03-11T17:41:09")]
    [InlineData("Mon, 11 Mar, 2024 17:41:09 UTC", "2024-03-11T17:41:09")]
    [InlineData("Mon, 11 Mar 2024 5:41 pm PST", "2024-03-12T01:41:00")]
    [InlineData("Mon, 11 Mar 2024 12:41 AM GMT", "2024-03-11T00:41:00")]
    [InlineData("Mon, 11 Mar 2024 12:41 p.m.", "2024-03-11T12:41:00")]
    [InlineData("Mon, 11 Mar 2024 17:41:09 PM", "2024-03-11T17:41:09")]
    [InlineData("11-Mar-24 17:41:09 GMT", "2024-03-11T17:41:09")]
    [InlineData("11 Mar 99", "1999-03-11T00:00:00")]
    [InlineData("March 11, 2024", "2024-03-11T00:00:00")]
    [InlineData("March 11th, 2024 at 5:41 PM", "2024-03-11T17:41:00")]
    [InlineData("11 of March 2024", "2024-03-11T00:00:00")]
    [InlineData("March 2024", "2024-03-01T00:00:00")]
    [InlineData("Mon Mar 11 17:41:09 +0100 2024", "2024-03-11T16:41:09")]
    [InlineData("  Mon,  11  Mar 2024\n17:41:09   GMT ", "2024-03-11T17:41:09")]
    [InlineData("Sun, 31 Dec 2023 24:00:00 GMT", "2024-01-01T00:00:00")]
    [InlineData("Sat, 31 Dec 2016 23:59:60 GMT", "2017-01-01T00:00:00")]
    [InlineData("Thu, 01 Jan 0100 00:00:01 +0100", "0099-12-31T23:00:01")]
    public void Dates_with_month_names_are_read(string text, string utc) => IsRead(text, utc);

    [Theory]
    [InlineData("2024-03-11T17:41:09Z", "2024-03-11T17:41:09")]
    [InlineData("2024-03-11T17:41:09.5+01:00", "2024-03-11T16:41:09")]
    [InlineData("2024-03-11T17:41:09,5Z", "2024-03-11T17:41:09")]
    [InlineData("2024-03-11T17:41:09 +0100", "2024-03-11T16:41:09")]
    [InlineData("2024-03-11T17:41:09+01", "2024-03-11T16:41:09")]
    [InlineData("2024-03-11T17:41:09+00:0", "2024-03-11T17:41:09")]
    [InlineData("2024-03-11 17:41:09 EST", "2024-03-11T22:41:09")]
    [InlineData("2024-03-11 17:41:09 UTC", "2024-03-11T17:41:09")]
    [InlineData("2024-3-1T7:41Z", "2024-03-01T07:41:00")]
    [InlineData("2024-03-11T174109Z", "2024-03-11T17:41:09")]
    [InlineData("2024-03-11Z", "2024-03-11T00:00:00")]
    [InlineData("2024-003-11T17:41:09Z", "2024-03-11T17:41:09")]
    [InlineData("2024/03/11 17:41", "2024-03-11T17:41:00")]
    [InlineData("2024.03.11", "2024-03-11T00:00:00")]
    [InlineData("Mon, 2024/03/11 17:41:09 EDT", "2024-03-11T21:41:09")]
    [InlineData("2024-071T17:41Z", "2024-03-11T17:41:00")]
    [InlineData("2024-W11-1T17:41Z", "2024-03-11T17:41:00")]
    [InlineData("2024W111", "2024-03-11T00:00:00")]
    [InlineData("2024-W11", "2024-03-11T00:00:00")]
    [InlineData("20240311174109", "2024-03-11T17:41:09")]
    [InlineData("202403111741", "2024-03-11T17:41:00")]
    [InlineData("2024-03-11T17:41:09 Etc/GMT", "2024-03-11T17:41:09")]
    [InlineData("2024-03-11 17:41 America/New_York", "2024-03-11T21:41:00")]
    [InlineData("2024-01-11 17:41 America/New_York", "2024-01-11T22:41:00")]
    [InlineData("2024-03-11T18:41:09+01:00[Europe/Paris]", "2024-03-11T17:41:09")]
    [InlineData("2024-07-11T19:41:09[Europe/Paris]", "2024-07-11T17:41:09")]
    [InlineData("2024-03-11T12:41:09-05:00Z", "2024-03-11T17:41:09")]
    [InlineData("2024-03-11 - 17:41", "2024-03-11T17:41:00")]
    [InlineData("2024-03-11 · 17:41", "2024-03-11T17:41:00")]
    [InlineData("2024-03-11-17:41", "2024-03-11T17:41:00")]
    [InlineData("17:41 | 2024-03-11", "2024-03-11T17:41:00")]
    [InlineData("2024-03-11 23:11:09 India Standard Time", "2024-03-11T17:41:09")]
    [InlineData("2024-03-11 12:41 Etc/GMT+5", "2024-03-11T17:41:00")]
    [InlineData("24-03-11", "2024-03-11T00:00:00")]
    [InlineData("240311", "2024-03-11T00:00:00")]
    [InlineData("-2403", "2024-03-01T00:00:00")]
    [InlineData("24071", "2024-03-11T00:00:00")]
    [InlineData("２０２４-０３-１１", "2024-03-11T00:00:00")]
    public void Dates_starting_with_the_year_are_read(string text, string utc) => IsRead(text, utc);

    [Theory]
    [InlineData("2024년 03월 11일  17:41:09", "2024-03-11T08:41:09")]
    [InlineData("2024-03-11 오후 5:41:09", "2024-03-11T08:41:09")]
    [InlineData("2024-03-11 오전 5:41:09", "2024-03-10T20:41:09")]
    [InlineData("2024年3月11日", "2024-03-11T00:00:00")]
    [InlineData("2024年3月11日 17時41分09秒 JST", "2024-03-11T08:41:09")]
    [InlineData("2024年3月11日 下午5:41 +0800", "2024-03-11T09:41:00")]
    [InlineData("Κυρ, 11 Ιούλ 2004 12:00:00 EST", "2004-07-11T17:00:00")]
    [InlineData("Δευτέρα, 11 Μαρτίου 2024 17:41:09 GMT", "2024-03-11T17:41:09")]
    [InlineData("2004-július-13T9:15-05:00", "2004-07-13T14:15:00")]
    [InlineData("2024. március 11. 17:41", "2024-03-11T17:41:00")]
    [InlineData("mån, 11 mars 2024 17:41:09 +0100", "2024-03-11T16:41:09")]
    [InlineData("man, 11 okt 2021 17:41:09 +0200", "2021-10-11T15:41:09")]
    [InlineData("11. maaliskuuta 2024 klo 17.41", "2024-03-11T17:41:00")]
    [InlineData("mánudagur, 11. ágúst 2014 17:41", "2014-08-11T17:41:00")]
    [InlineData("Mo, 11 Mär 2024 17:41:09 MEZ", "2024-03-11T16:41:09")]
    [InlineData("11. März 2024 um 17:41 Uhr", "2024-03-11T17:41:00")]
    [InlineData("mar, 12 mar 2024 17:41:09 +0100", "2024-03-12T16:41:09")]
    [InlineData("mar. 12 nov. 2024 17h41", "2024-11-12T17:41:00")]
    [InlineData("11 août 2014", "2014-08-11T00:00:00")]
    [InlineData("lunes, 11 de marzo de 2024 17:41", "2024-03-11T17:41:00")]
    [InlineData("Seg, 11 Fev 2019 17:41:09 -0300", "2019-02-11T20:41:09")]
    [InlineData("pon., 11 paź 2021 17:41:09 CEST", "2021-10-11T15:41:09")]
    [InlineData("Пн, 11 мар 2024 17:41:09 +0300", "2024-03-11T14:41:09")]
    [InlineData("11 Ağu 2014 17:41", "2014-08-11T17:41:00")]
    [InlineData("周一, 11 3月 2024 17:41:09 +0000", "2024-03-11T17:41:09")]
    [InlineData("Mon, 11 三月 2024 17:41:09 +0000", "2024-03-11T17:41:09")]
    [InlineData("2024年三月11日 17:41", "2024-03-11T17:41:00")]
    [InlineData("2024年3月11日 星期一 17:41", "2024-03-11T17:41:00")]
    [InlineData("2024年3月11日星期一", "2024-03-11T00:00:00")]
    [InlineData("2024/03/11(月) 17:41 JST", "2024-03-11T08:41:00")]
    [InlineData("2024. 3. 12. 오전 2:41", "2024-03-11T17:41:00")]
    [InlineData("2024. 3. 11.", "2024-03-11T00:00:00")]
    [InlineData("11 مارس 2024 17:41:09", "2024-03-11T17:41:09")]
    [InlineData("\u200f١١ آذار ٢٠٢٤ ١٧:٤١", "2024-03-11T17:41:00")]
    [InlineData("الاثنين، 11 مارس 2024 5:41 م", "2024-03-11T17:41:00")]
    [InlineData("11 במרץ 2024 בשעה 17:41", "2024-03-11T17:41:00")]
    [InlineData("११ मार्च २०२४ १७:४१", "2024-03-11T17:41:00")]
    [InlineData("thứ hai, 11 tháng 3, 2024 5:41 CH", "2024-03-11T17:41:00")]
    [InlineData("๑๑ มี.ค. ๒๕๖๗ 17:41", "2024-03-11T17:41:00")]
    [InlineData("11 মার্চ 2024", "2024-03-11T00:00:00")]
    [InlineData("Mon, 11 Mar 2024 5:41:09 p. m. EST", "2024-03-11T22:41:09")]
    public void Dates_in_other_languages_are_read(string text, string utc) => IsRead(text, utc);

    [Theory]
    [InlineData("11.03.2024 17:41", "2024-03-11T17:41:00")]
    [InlineData("25/12/2024", "2024-12-25T00:00:00")]
    [InlineData("12/25/2024 17:41", "2024-12-25T17:41:00")]
    [InlineData("3/11/2024 5:41:09 PM", "2024-03-11T17:41:09")]
    [InlineData("25-12-2024 17:41:09", "2024-12-25T17:41:09")]
    [InlineData("1710178869", "2024-03-11T17:41:09")]
    [InlineData("1710178869123", "2024-03-11T17:41:09")]
    [InlineData("03/03/2024", "2024-03-03T00:00:00")]
    [InlineData("11.03.2024 | 17:41", "2024-03-11T17:41:00")]
    [InlineData("17:41 CET, 11.03.2024", "2024-03-11T16:41:00")]
    [InlineData("10/30/23 21:55:58", "2023-10-30T21:55:58")]
    [InlineData("30/10/23", "2023-10-30T00:00:00")]
    [InlineData("30.10.23", "2023-10-30T00:00:00")]
    [InlineData("Sat, 11 04 2020 08:51:49 +0100", "2020-04-11T07:51:49")]
    [InlineData("Mon, 11/03/2024 17:41:09", "2024-03-11T17:41:09")]
    [InlineData("Sun, 11/03/2024 17:41:09", "2024-11-03T17:41:09")]
    [InlineData("Fri, 11-10-23", "2023-11-10T00:00:00")]
    [InlineData("vendredi 10/11/2023 12:00", "2023-11-10T12:00:00")]
    [InlineData("пятница, 10/11/2023", "2023-11-10T00:00:00")]
    [InlineData("星期五 10/11/2023", "2023-11-10T00:00:00")]
    public void Numeric_dates_are_read(string text, string utc) => IsRead(text, utc);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("03/11/2024 17:41")]
    [InlineData("03-11-2024")]
    [InlineData("11/10/23 21:55")]
    [InlineData("11 04 2020")]
    [InlineData("Wed, 11/03/2024")]
    [InlineData("Sun, 16 Dec 2012 1:2:3:4 GMT")]
    [InlineData("Sun, 16 zzz 2012 11:47:32 GMT")]
    [InlineData("Sun, Dec x 2012 11:47:32 GMT")]
    [InlineData("Sun, 16 Dec zz 11:47:32 GMT")]
    [InlineData("Sun, 16 Dec 2012 11:47:32 +zz:00")]
    [InlineData("Sun, 16 Dec 2012 11:47:32 +00:zz")]
    [InlineData("Sun, 99 Jun 2009 12:00:00 GMT")]
    [InlineData("Sun, 31 Jun 2009 12:00:00 GMT")]
    [InlineData("Fri, 30 Feb 2024 12:00:00 GMT")]
    [InlineData("9999-12-31T23:59:59-99:99")]
    [InlineData("9999-12-31T23:59:59-05:00")]
    [InlineData("0001-01-01T00:00:00+05:00")]
    [InlineData("2003-12-31T25:14:55Z")]
    [InlineData("2003-12-31T24:14:55Z")]
    [InlineData("2003-12-31T10:61:55Z")]
    [InlineData("2003-12-31T10:14:61Z")]
    [InlineData("2003-13-31")]
    [InlineData("2003-00-31")]
    [InlineData("2024-366T00:00Z trailing words")]
    [InlineData("2023-366")]
    [InlineData("2024-W54-1")]
    [InlineData("013")]
    [InlineData("2024031117410")]
    [InlineData("9999999999")]
    [InlineData("2013-01-27-01")]
    [InlineData("2013-01-28T11:30:00-06:00Textra")]
    [InlineData("2013-xx-27")]
    [InlineData("2013-01-28T09:xx:00Z")]
    [InlineData("0000-00-00 00:00:00")]
    [InlineData("\ud800")]
    public void Text_without_a_date_gives_none(string? text) => Assert.Null(FeedDate.TryParse(text));

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

    [Fact]
    public void All_shared_dates_are_read()
    {
        var dates = File.ReadLines(SharedFiles.Need("feeds/dates.jsonl")).Select(line => JsonDocument.Parse(line).RootElement).ToArray();

        var wrong = dates.Where(date =>
            FeedDate.TryParse(date.GetProperty("date").GetString())?.ToUnixTimeSeconds() != date.GetProperty("unix").GetInt64()
        );

        Assert.True(dates.Length > 40, "the dates are not those that this test knows");
        Assert.Empty(wrong.Select(date => date.ToString()));
    }

    private static void IsRead(string text, string utc)
    {
        var date = FeedDate.TryParse(text);

        Assert.Equal(utc, date?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
    }
}
