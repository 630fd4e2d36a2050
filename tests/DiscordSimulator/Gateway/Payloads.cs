using System.Globalization;
using System.Text;

namespace DiscordSimulator.Gateway;

/// <summary>Events' bodies as Discord writes them.</summary>
internal static class Payloads
{
    public static string Ready(string session, string resumeUrl, int shard, int shards, FakeDiscordOptions options)
    {
        var guilds = string.Join(',', Guilds(shard, shards, options).Select(id => $$"""{"id":"{{id}}","unavailable":true}"""));
        return $$"""
            {"v":10,"user":{"id":"{{IdGenerator.BotUser}}","username":"AiNewsBot","discriminator":"0001","bot":true,"avatar":null},
            "guilds":[{{guilds}}],"session_id":"{{session}}","resume_gateway_url":"{{resumeUrl}}","session_type":"normal",
            "shard":[{{shard}},{{shards}}],"application":{"id":"{{IdGenerator.Application}}","flags":0},"private_channels":[],
            "relationships":[],"_trace":["fake"]}
            """;
    }

    /// <summary>The ids of a shard's guilds.</summary>
    public static IEnumerable<ulong> Guilds(int shard, int shards, FakeDiscordOptions options)
    {
        var first = ulong.Parse(IdGenerator.FirstGuild, CultureInfo.InvariantCulture);
        for (var i = 0; i < options.Guilds; i++)
        {
            var id = first + ((ulong)i << 22);
            if ((int)((id >> 22) % (ulong)shards) == shard)
                yield return id;
        }
    }

    public static string Guild(ulong id, FakeDiscordOptions options)
    {
        var json = new StringBuilder();
        json.Append(
            CultureInfo.InvariantCulture,
            $$"""
            {"id":"{{id}}","name":"Server {{id}}","owner_id":"300000000000000001","unavailable":false,"member_count":100,"large":false,
            "joined_at":"2026-01-01T00:00:00+00:00","preferred_locale":"en-US","features":[],"emojis":[],"stickers":[],"members":[],
            "threads":[],"presences":[],"voice_states":[],"stage_instances":[],"guild_scheduled_events":[],"channels":[
            """
        );
        for (var i = 0; i < options.ChannelsPerGuild; i++)
            json.Append(
                CultureInfo.InvariantCulture,
                $$"""
                {{(i > 0 ? "," : "")}}{"id":"{{id + 1 + (ulong)i}}","type":0,"name":"channel-{{i}}","position":{{i}},
                "topic":"What this channel is for, in a sentence or two","nsfw":false,"permission_overwrites":[],
                "rate_limit_per_user":0}
                """
            );
        json.Append("],\"roles\":[");
        for (var i = 0; i < options.RolesPerGuild; i++)
            json.Append(
                CultureInfo.InvariantCulture,
                $$"""
                {{(i > 0 ? "," : "")}}{"id":"{{id + 1000 + (ulong)i}}","name":"role-{{i}}","permissions":"2147483647","position":{{i}},
                "color":0,"hoist":false,"managed":false,"mentionable":true,"flags":0}
                """
            );
        return json.Append("]}").ToString();
    }
}
