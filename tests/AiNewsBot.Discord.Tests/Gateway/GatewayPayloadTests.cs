using System.Text;
using System.Text.Json;
using AiNewsBot.Discord.Gateway;
using AiNewsBot.Discord.Models;

namespace AiNewsBot.Discord.Tests.Gateway;

/// <summary>What the gateway says of itself, of guilds and of heartbeats, and what cannot be read of it.</summary>
public sealed class GatewayPayloadTests
{
    [Theory]
    [InlineData("""{"guild_id":"7"}""", 7ul)]
    [InlineData("""{"id":"1","nested":{"guild_id":"8"},"guild_id":"7"}""", 7ul)]
    [InlineData("""{"guild_id":null}""", null)]
    [InlineData("""{"guild_id":7}""", null)]
    [InlineData("""{"guild_id":"seven"}""", null)]
    [InlineData("""{"id":"7"}""", null)]
    [InlineData("{}", null)]
    public void Guild_of_an_event_is_its_own_property(string json, ulong? guild) =>
        Assert.Equal(guild, EventReader.ReadGuildId(Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData("""{"heartbeat_interval":41250}""", 41250)]
    [InlineData("""{"_trace":["x",{"heartbeat_interval":1}],"heartbeat_interval":45000}""", 45000)]
    public void Interval_of_heartbeats_is_in_milliseconds(string json, int milliseconds) =>
        Assert.Equal(milliseconds, EventReader.ReadHeartbeatInterval(Encoding.UTF8.GetBytes(json)).TotalMilliseconds);

    [Theory]
    [InlineData("""{"session_id":"s"}""")]
    [InlineData("""{"resume_gateway_url":"wss://a.example"}""")]
    [InlineData("{}")]
    public void Ready_without_a_session_is_refused(string json) =>
        Assert.Throws<JsonException>(() => EventReader.ReadReady(Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData(2, 1000, 5, 14400000, 3, "2 1000 5 3")]
    [InlineData(0, 0, 0, 0, 0, "1 1 0 1")]
    public void Gateway_has_at_least_a_shard_and_a_turn(int shards, int total, int remaining, long reset, int concurrency, string read)
    {
        var info = GatewayInfo.Read(
            Encoding.UTF8.GetBytes(
                $$"""
                {"url":"wss://gateway.example","shards":{{shards}},"session_start_limit":
                 {"total":{{total}},"remaining":{{remaining}},"reset_after":{{reset}},"max_concurrency":{{concurrency}} } }
                """
            )
        );

        Assert.Equal(read, $"{info.Shards} {info.Total} {info.Remaining} {info.MaxConcurrency}");
        Assert.Equal((reset, "wss://gateway.example/"), ((long)info.ResetAfter.TotalMilliseconds, info.Url.ToString()));
    }

    [Theory]
    [InlineData("""{"url":"nowhere","shards":1,"session_start_limit":{"total":1,"remaining":1,"reset_after":0,"max_concurrency":1}}""")]
    [InlineData("""{"url":"wss://gateway.example","shards":1}""")]
    [InlineData("""{"shards":1,"session_start_limit":{"total":1,"remaining":1,"reset_after":0,"max_concurrency":1}}""")]
    [InlineData("null")]
    [InlineData("[]")]
    public void Other_answers_describe_no_gateway(string json) =>
        Assert.Throws<JsonException>(() => GatewayInfo.Read(Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData("CHANNEL_CREATE")]
    [InlineData("CHANNEL_UPDATE")]
    [InlineData("THREAD_CREATE")]
    [InlineData("THREAD_UPDATE")]
    [InlineData("THREAD_LIST_SYNC")]
    [InlineData("GUILD_ROLE_CREATE")]
    [InlineData("GUILD_ROLE_UPDATE")]
    [InlineData("GUILD_ROLE_DELETE")]
    [InlineData("GUILD_MEMBER_UPDATE")]
    public void Events_that_change_access_to_channels_are_one_kind(string name) => Assert.Equal(EventName.PartOfGuild, NameOf(name));

    [Theory]
    [InlineData("READY", EventName.Ready)]
    [InlineData("RESUMED", EventName.Resumed)]
    [InlineData("INTERACTION_CREATE", EventName.InteractionCreate)]
    [InlineData("GUILD_CREATE", EventName.GuildCreate)]
    [InlineData("GUILD_UPDATE", EventName.GuildUpdate)]
    [InlineData("GUILD_DELETE", EventName.GuildDelete)]
    [InlineData("MESSAGE_CREATE", "")]
    public void Other_events_keep_their_names_where_they_are_in_use(string name, string read) => Assert.Equal(read, NameOf(name));

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    public void Bot_is_connected_when_all_its_shards_are(bool first, bool second, bool isConnected)
    {
        var state = new GatewayState([new ShardStatus(0, first, 3, null), new ShardStatus(1, second, 4, null)]);

        Assert.Equal((isConnected, 7), (state.IsConnected, state.Guilds));
    }

    [Fact]
    public void Bot_without_shards_is_not_connected() => Assert.False(new GatewayState([]).IsConnected);

    private static string? NameOf(string name) => GatewayFrame.Read(Encoding.UTF8.GetBytes($$"""{"op":0,"t":"{{name}}","d":{} }""")).Event;
}
