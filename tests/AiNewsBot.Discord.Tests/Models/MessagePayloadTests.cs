using System.Text;
using System.Text.Json.Nodes;
using AiNewsBot.Discord.Models;
using AiNewsBot.Discord.Rest;

namespace AiNewsBot.Discord.Tests.Models;

public sealed class MessagePayloadTests
{
    [Fact]
    public void Message_pings_listed_roles_only()
    {
        Assert.Contains(
            "\"allowed_mentions\":{\"parse\":[]}",
            Json(new OutgoingMessage { Components = [new Component.Text("@everyone")] })
        );
        Assert.Contains(
            "\"allowed_mentions\":{\"parse\":[],\"roles\":[\"7\"]}",
            Json(new OutgoingMessage { Components = [], MentionedRoles = [new Snowflake(7)] })
        );
    }

    [Fact]
    public void Nonce_is_enforced() =>
        Assert.Contains("\"nonce\":\"abc\",\"enforce_nonce\":true", Json(new OutgoingMessage { Components = [], Nonce = "abc" }));

    [Fact]
    public void Card_is_a_container_with_texts_a_separator_and_buttons() =>
        AssertSame(
            """
            {"flags":32832,"components":[{"type":17,"accent_color":255,"components":[{"type":10,"content":"a"},{"type":14,
            "divider":true},{"type":1,"components":[{"type":2,"style":2,"label":"b","custom_id":"c"},{"type":2,"style":5,"label":"d",
            "url":"https://e.example"}]}]}],"allowed_mentions":{"parse":[]}}
            """,
            Json(
                new OutgoingMessage
                {
                    IsEphemeral = true,
                    Components =
                    [
                        new Component.Container(
                            [
                                new Component.Text("a"),
                                new Component.Separator(),
                                new Component.Row([new Component.Button("b", "c"), new Component.Button("d", Url: "https://e.example")]),
                            ],
                            255
                        ),
                    ],
                }
            )
        );

    [Fact]
    public void Updated_message_drops_its_files() =>
        Assert.Contains(
            "\"attachments\":[]",
            Json(new OutgoingMessage { Components = [new Component.Text("a")], ClearsAttachments = true })
        );

    // The order of an object's members says nothing.
    private static void AssertSame(string expected, string actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), actual);

    private static string Json(OutgoingMessage message) => Encoding.UTF8.GetString(JsonBody.From(message));
}
