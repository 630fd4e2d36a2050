using AiNewsBot.Chat.Discord;
using AiNewsBot.Configuration;
using AiNewsBot.Curation.Editing;
using AiNewsBot.Hosting;
using AiNewsBot.News.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace AiNewsBot.Tests.Configuration;

/// <summary>Each setting takes what it means, and of anything else says under its key what it should be.</summary>
public sealed class SettingFaultTests
{
    // Without a unit, TimeSpan would read days.
    [Theory]
    [InlineData("News:PollInterval", "300", "'300' has no unit: write 00:05:00 for 300 seconds, or 05:00:00 for 300 minutes")]
    [InlineData("News:PollInterval", "24:00:00", "'24:00:00' has more than 23 hours: write 1.00:00:00, with the days before a dot")]
    [InlineData("News:PollInterval", "5 minutes", "must be a time as hours:minutes:seconds, such as 00:05:00, and not '5 minutes'")]
    [InlineData("News:PollInterval", "00:61:00", "must be a time as hours:minutes:seconds, such as 00:05:00, and not '00:61:00'")]
    [InlineData("News:PollInterval", "00:00:00", "must be a time from 00:00:01 to a day, such as 00:05:00")]
    [InlineData("News:PollInterval", "1.00:00:01", "must be a time from 00:00:01 to a day, such as 00:05:00")]
    [InlineData("News:Enabled", "yes", "must be true or false, and not 'yes'")]
    [InlineData("News:MaxAgeDays", "a month", "must be a whole number, and not 'a month'")]
    [InlineData("News:MaxAgeDays", "0", "must be a number of days from 1 to 36500, such as 30")]
    [InlineData("News:MaxAgeDays", "36501", "must be a number of days from 1 to 36500, such as 30")]
    [InlineData("News:HubUrl", "ftp://hub.example.org", "must be the hub's address: https://huggingface.co")]
    [InlineData("News:GitHubApiUrl", "", "must be the address of GitHub's interface: https://api.github.com")]
    [InlineData("News:WatchedOrganizations", "xai-org,not an org/", "'org/' is no name of an organisation on the hub")]
    [InlineData(
        "News:AllowedPrivateAddresses",
        "10.0.0.1/8",
        "'10.0.0.1/8' is no address or block of addresses: write 10.1.2.3, 10.1.0.0/16 or fd00::/8"
    )]
    public void Setting_of_news_is_told_with_what_it_should_be(string key, string value, string fault) =>
        Assert.Equal($"{key}: {fault}", Assert.Single(Faults<NewsSettings>((key, value))));

    [Theory]
    [InlineData("Channel", "general", "must be a channel's id: digits alone")]
    [InlineData("Channel", "", "must be a channel's id: digits alone")]
    [InlineData("Channel", "-1", "must be a channel's id: digits alone")]
    [InlineData("When", "hourly", "must be instant, daily or weekly")]
    [InlineData("When", "1", "must be instant, daily or weekly")]
    [InlineData("At", "25:00", "must be an hour such as 09:00")]
    [InlineData("Weekday", "moonday", "must be a day of the week such as monday")]
    [InlineData("Weekday", "3", "must be a day of the week such as monday")]
    [InlineData("Timezone", "Mars/Olympus", "must be an IANA time zone such as Europe/Paris; 'Mars/Olympus' is unknown")]
    [InlineData("Mention", "@news", "must be a role's id: digits alone")]
    [InlineData("MaxAgeDays", "0", "must be a number of days from 1 to 36500, such as 30")]
    public void Field_of_a_subscription_is_told_with_its_place(string field, string value, string fault) =>
        Assert.Equal(
            $"News:Follow:0:{field}: {fault}",
            Assert.Single(Faults<NewsSettings>([("News:Follow:0:Channel", "10"), ($"News:Follow:0:{field}", value)]))
        );

    [Theory]
    [InlineData("When", "DAILY")]
    [InlineData("When", "weekly")]
    [InlineData("At", "9:30")]
    [InlineData("Weekday", "FRIDAY")]
    [InlineData("Timezone", "Asia/Kolkata")]
    [InlineData("Mention", "")]
    [InlineData("Mention", "777")]
    [InlineData("Feed", "https://lab.example.org/feed")]
    public void Field_of_a_subscription_is_taken_as_people_write_it(string field, string value) =>
        Assert.Empty(Faults<NewsSettings>([("News:Follow:0:Channel", "10"), ($"News:Follow:0:{field}", value)]));

    [Theory]
    [InlineData("News:Feeds:0:Url", "")]
    [InlineData("News:Feeds:0:Url", "ftp://lab.example.org/feed")]
    public void Feed_without_a_web_address_is_told_with_its_place(string key, string value) =>
        Assert.StartsWith($"{key}: ", Assert.Single(Faults<NewsSettings>((key, value))), StringComparison.Ordinal);

    [Theory]
    [InlineData("MTIz.abc.def", true)]
    [InlineData("MTIz.abc-_.def=", true)]
    [InlineData("MTIz.abc", false)]
    [InlineData("MTIz..def", false)]
    [InlineData("a.b.c.d", false)]
    [InlineData("Bot MTIz.abc.def", false)]
    [InlineData("\"MTIz.abc.def\"", false)]
    public void Token_has_three_parts_and_no_other_signs(string token, bool isWellFormed)
    {
        var error = DiscordSettings.GetTokenError(token);

        Assert.Equal(isWellFormed, error is null);
        Assert.DoesNotContain("MTIz", error ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Discord:ShardCount", "auto", true)]
    [InlineData("Discord:ShardCount", "1000", true)]
    [InlineData("Discord:ShardCount", "0", false)]
    [InlineData("Discord:ShardCount", "1001", false)]
    [InlineData("Discord:ShardCount", "two", false)]
    [InlineData("Discord:Client", "lean", true)]
    [InlineData("Discord:Client", "DiscordNet", false)]
    [InlineData("Discord:Client", "Other", false)]
    [InlineData("Discord:PublicKey", "", true)]
    [InlineData("Discord:PublicKey", "00112233445566778899aabbccddeeff00112233445566778899AABBCCDDEEFF", true)]
    [InlineData("Discord:PublicKey", "0011", false)]
    [InlineData("Discord:PublicKey", "zz112233445566778899aabbccddeeff00112233445566778899aabbccddeeff", false)]
    [InlineData("Discord:ApiBaseUrl", "discord.com/api", false)]
    public void Setting_of_discord_is_within_its_bounds(string key, string value, bool isValid) =>
        Assert.Equal(
            isValid ? [] : [key],
            Faults<DiscordSettings>((key, value)).Select(fault => fault[..fault.IndexOf(": ", StringComparison.Ordinal)])
        );

    [Theory]
    [InlineData("all", "auto", null)]
    [InlineData("0-3", "8", null)]
    [InlineData("7", "8", null)]
    [InlineData("auto", "8", null)]
    [InlineData("0-3", "auto", "needs Discord:ShardCount as a number")]
    [InlineData("auto", "auto", "needs Discord:ShardCount as a number")]
    [InlineData("4-8", "8", "must lie within 0-7")]
    [InlineData("3-2", "8", "must lie within 0-7")]
    [InlineData("0-", "8", "must be all, auto, a number or a range")]
    [InlineData("0-1-2", "8", "must be all, auto, a number or a range")]
    [InlineData("some", "8", "must be all, auto, a number or a range")]
    public void Shards_of_a_process_are_some_of_a_total_that_is_set(string shards, string total, string? fault)
    {
        var faults = Faults<DiscordSettings>(("Discord:Shards", shards), ("Discord:ShardCount", total));

        Assert.Equal(fault is null ? 0 : 1, faults.Length);
        Assert.All(faults, text => Assert.StartsWith($"Discord:Shards: {fault}", text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("300000000000000001", true)]
    [InlineData("300000000000000001, 300000000000000002", true)]
    [InlineData("", true)]
    [InlineData("me", false)]
    [InlineData("-1", false)]
    public void Curators_are_ids(string value, bool isValid) =>
        Assert.Equal(isValid ? 0 : 1, Faults<CurationSettings>(("Curation:Curators", value)).Length);

    [Theory]
    [InlineData("Logging:Format", "JSON", true)]
    [InlineData("Logging:Format", "xml", false)]
    [InlineData("Logging:LogLevel:Default", "warning", true)]
    [InlineData("Logging:LogLevel:Microsoft", "Loud", false)]
    [InlineData("Logging:LogLevel:Default", "99", false)]
    public void Logging_takes_the_levels_and_forms_that_there_are(string key, string value, bool isValid) =>
        Assert.Equal(isValid ? 0 : 1, Faults<LoggingSettings>((key, value)).Length);

    [Theory]
    [InlineData("", true, true)]
    [InlineData("", false, false)]
    [InlineData("text", true, false)]
    [InlineData("Json", false, true)]
    public void Log_of_a_container_is_json_unless_told_otherwise(string format, bool isInContainer, bool isJson) =>
        Assert.Equal(isJson, new LoggingSettings { Format = format }.IsJson(isInContainer));

    [Theory]
    [InlineData("10.1.2.3", "10.1.2.3/32")]
    [InlineData("10.1.0.0/16", "10.1.0.0/16")]
    [InlineData("0.0.0.0/0", "0.0.0.0/0")]
    [InlineData("fd00::/8", "fd00::/8")]
    [InlineData("::1", "::1/128")]
    [InlineData("10.1", null)]
    [InlineData("10.1.2.3/16", null)]
    [InlineData("10.1.0.0/33", null)]
    [InlineData("10.1.0.0/-1", null)]
    [InlineData("10.1.0.0/16/8", null)]
    [InlineData("::ffff:10.0.0.0/104", null)]
    [InlineData("localhost", null)]
    [InlineData("", null)]
    public void Block_of_addresses_is_parsed_only_where_all_of_it_is_valid(string text, string? block) =>
        Assert.Equal(block, AddressBlock.TryParse(text)?.ToString());

    [Theory]
    [InlineData("a,b;c d", "a,b,c,d")]
    [InlineData(" , ", "")]
    [InlineData("", "")]
    public void List_in_one_text_is_split(string text, string values) =>
        Assert.Equal(values, CommaSeparatedList.FromSection(Configuration(("L", text)).GetSection("L"))!.ToString());

    [Fact]
    public void List_is_numbered_as_in_json_and_none_where_its_key_is_not_there()
    {
        Assert.Equal("a,b", CommaSeparatedList.FromSection(Configuration(("L:0", "a"), ("L:1", "b")).GetSection("L"))!.ToString());
        Assert.Null(CommaSeparatedList.FromSection(Configuration(("M", "a")).GetSection("L")));
    }

    private static string[] Faults<T>(params (string Key, string Value)[] values)
        where T : class, ISettings, new()
    {
        try
        {
            SettingsBinder.Read<T>(Configuration(values));
            return [];
        }
        catch (OptionsValidationException exception)
        {
            return [.. exception.Failures];
        }
    }

    private static IConfigurationRoot Configuration(params (string Key, string Value)[] values) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(values.Select(pair => KeyValuePair.Create<string, string?>(pair.Key, pair.Value)).DistinctLast())
            .Build();
}

/// <summary>Settings of which the later one counts.</summary>
internal static class LaterSettings
{
    public static IEnumerable<KeyValuePair<string, string?>> DistinctLast(this IEnumerable<KeyValuePair<string, string?>> settings) =>
        settings.GroupBy(pair => pair.Key).Select(group => group.Last());
}
