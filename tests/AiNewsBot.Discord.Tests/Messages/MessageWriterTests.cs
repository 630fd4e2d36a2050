using System.Text;
using AiNewsBot.Discord.Messages;
using AiNewsBot.Discord.Rest;

namespace AiNewsBot.Discord.Tests.Messages;

public sealed class MessageWriterTests
{
    [Fact]
    public void Nothing_in_a_message_pings_unless_a_role_is_listed()
    {
        Assert.Contains("\"allowed_mentions\":{\"parse\":[]}", Json(new OutgoingMessage { Components = [new Component.Text("@everyone")] }));
        Assert.Contains("\"allowed_mentions\":{\"parse\":[],\"roles\":[\"7\"]}", Json(new OutgoingMessage { Components = [], MentionedRoles = [new Snowflake(7)] }));
    }

    [Fact]
    public void A_nonce_is_enforced() => Assert.Contains("\"nonce\":\"abc\",\"enforce_nonce\":true", Json(new OutgoingMessage { Components = [], Nonce = "abc" }));

    [Fact]
    public void A_card_is_a_box_with_texts_a_line_and_buttons() => Assert.Equal(
        """{"flags":32832,"components":[{"type":17,"accent_color":255,"components":[{"type":10,"content":"a"},{"type":14,"divider":true},{"type":1,"components":[{"type":2,"style":2,"label":"b","custom_id":"c"},{"type":2,"style":5,"label":"d","url":"https://e.example"}]}]}],"allowed_mentions":{"parse":[]}}""",
        Json(new OutgoingMessage
        {
            IsEphemeral = true,
            Components =
            [
                new Component.Container(
                    [new Component.Text("a"), new Component.Separator(), new Component.Row([new Component.Button("b", "c"), new Component.Button("d", Url: "https://e.example")])], 255),
            ],
        }));

    [Fact]
    public void A_changed_message_loses_the_files_that_it_had() =>
        Assert.Contains("\"attachments\":[]", Json(new OutgoingMessage { Components = [new Component.Text("a")], DropsFiles = true }));

    private static string Json(OutgoingMessage message) => Encoding.UTF8.GetString(JsonBody.Of(message, MessageWriter.Write));
}
