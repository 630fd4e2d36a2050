using System.Globalization;
using System.Text.Json;
using AiNewsBot.News.Parsing.Dates;

namespace AiNewsBot.Tests.News.Parsing.Dates;

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
    public void Written_out(string text, string utc) => IsRead(text, utc);

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
    [InlineData("2024-03-11 17:41 America/New_York", "2024-03-11T17:41:00")]
    [InlineData("24-03-11", "2024-03-11T00:00:00")]
    [InlineData("240311", "2024-03-11T00:00:00")]
    [InlineData("-2403", "2024-03-01T00:00:00")]
    [InlineData("24071", "2024-03-11T00:00:00")]
    [InlineData("２０２４-０３-１１", "2024-03-11T00:00:00")]
    public void Beginning_with_the_year(string text, string utc) => IsRead(text, utc);

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
    public void In_other_languages(string text, string utc) => IsRead(text, utc);

    [Theory]
    [InlineData("11.03.2024 17:41", "2024-03-11T17:41:00")]
    [InlineData("25/12/2024", "2024-12-25T00:00:00")]
    [InlineData("12/25/2024 17:41", "2024-12-25T17:41:00")]
    [InlineData("3/11/2024 5:41:09 PM", "2024-03-11T17:41:09")]
    [InlineData("25-12-2024 17:41:09", "2024-12-25T17:41:09")]
    [InlineData("1710178869", "2024-03-11T17:41:09")]
    [InlineData("1710178869123", "2024-03-11T17:41:09")]
    [InlineData("03/03/2024", "2024-03-03T00:00:00")]
    public void In_numbers(string text, string utc) => IsRead(text, utc);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("03/11/2024 17:41")]
    [InlineData("03-11-2024")]
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
    public void No_date_is_none(string? text) => Assert.Null(FeedDate.TryParse(text));

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
    public void Every_month_of_a_language_is_known(string language)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        for (var month = 1; month <= 12; month++)
        {
            var date = new DateTimeOffset(2024, month, 11, 0, 0, 0, TimeSpan.Zero);
            var text = date.ToString("dddd d MMMM yyyy", culture);

            Assert.True(FeedDate.TryParse(text) == date, text);
        }
    }

    [Fact]
    public void All_of_the_shared_dates_are_read()
    {
        var dates = File.ReadLines(SharedFiles.Need("feeds/dates.jsonl")).Select(line => JsonDocument.Parse(line).RootElement).ToArray();

        var wrong = dates.Where(date => FeedDate.TryParse(date.GetProperty("date").GetString())?.ToUnixTimeSeconds() != date.GetProperty("unix").GetInt64());

        Assert.True(dates.Length > 40, "the dates are not those that this test knows");
        Assert.Empty(wrong.Select(date => date.ToString()));
    }

    private static void IsRead(string text, string utc)
    {
        var date = FeedDate.TryParse(text);

        Assert.Equal(utc, date?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
    }
}
