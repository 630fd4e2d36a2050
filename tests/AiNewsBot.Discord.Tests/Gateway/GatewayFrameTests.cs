using System.Text;
using System.Text.Json;
using AiNewsBot.Discord.Gateway;

namespace AiNewsBot.Discord.Tests.Gateway;

public sealed class GatewayFrameTests
{
    [Theory]
    [InlineData("""{"op":0,"s":42,"t":"READY","d":{"a":[1,{"b":2}]}}""", 0, 42L, "READY", """{"a":[1,{"b":2}]}""")]
    [InlineData("""{"t":"INTERACTION_CREATE","s":7,"op":0,"d":null}""", 0, 7L, "INTERACTION_CREATE", "null")]
    [InlineData("""{"op":11}""", 11, null, null, "")]
    [InlineData("""{"op":9,"d":false,"s":null,"t":null}""", 9, null, null, "false")]
    [InlineData("""{"x":{"op":5},"op":10,"d":{"heartbeat_interval":45000}}""", 10, null, null, """{"heartbeat_interval":45000}""")]
    [InlineData("""{"op":0,"s":1,"t":"SOMETHING_NEW","d":{}}""", 0, 1L, "", "{}")]
    public void Envelope_is_read_in_any_order(string json, int op, long? sequence, string? name, string data)
    {
        var frame = GatewayFrame.Read(Encoding.UTF8.GetBytes(json));

        Assert.Equal((op, sequence, name), (frame.Op, frame.Sequence, frame.Event));
        Assert.Equal(data, Encoding.UTF8.GetString(frame.Data));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"op\":")]
    [InlineData("nonsense")]
    public void Text_that_is_no_payload_is_refused(string json) =>
        Assert.ThrowsAny<JsonException>(() =>
        {
            GatewayFrame.Read(Encoding.UTF8.GetBytes(json));
        });

    [Fact]
    public void Ready_gives_its_session_and_guilds()
    {
        var (session, url, guilds) = EventReader.ReadReady(
            """
            {"v":10,"guilds":[{"id":"7","unavailable":true},{"unavailable":true,"id":"8"}],"session_id":"abc",
            "resume_gateway_url":"wss://resume.example","user":{"id":"1"}}
            """u8
        );

        Assert.Equal(("abc", "wss://resume.example/"), (session, url.ToString()));
        Assert.Equal([7UL, 8UL], guilds);
    }

    [Theory]
    [InlineData("""{"id":"9","channels":[{"id":"10"}],"unavailable":false}""", false)]
    [InlineData("""{"roles":[{"id":"1"}],"id":"9","unavailable":true}""", true)]
    public void Guild_event_gives_its_id(string json, bool unavailable) =>
        Assert.Equal((9UL, unavailable), EventReader.ReadGuild(Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData(4004, true)]
    [InlineData(4010, true)]
    [InlineData(4011, true)]
    [InlineData(4012, true)]
    [InlineData(4013, true)]
    [InlineData(4014, true)]
    [InlineData(4000, false)]
    [InlineData(4008, false)]
    [InlineData(1006, false)]
    [InlineData(null, false)]
    public void Close_code_that_is_a_refusal(int? code, bool refuses) => Assert.Equal(refuses, CloseCode.GetRefusal(code) is not null);

    [Theory]
    [InlineData(4007, true)]
    [InlineData(4009, true)]
    [InlineData(1000, true)]
    [InlineData(1001, false)]
    [InlineData(4000, false)]
    [InlineData(4003, false)]
    [InlineData(null, false)]
    public void Close_code_that_ends_the_session(int? code, bool ends) => Assert.Equal(ends, CloseCode.EndsSession(code));
}
