using System.Text.Json.Nodes;
using AiNewsBot.Discord.Models;
using AiNewsBot.Discord.Rest;

namespace AiNewsBot.Discord.Tests.Models;

/// <summary>The shapes are those of https://discord.com/developers/docs/components/reference.</summary>
public sealed class ComponentJsonTests
{
    [Fact]
    public void Section_names_the_type_of_its_texts_and_its_picture() =>
        AssertWritten(
            """
            {"type":9,"components":[{"type":10,"content":"a"}],
             "accessory":{"type":11,"media":{"url":"attachment://a.png"},"description":"b"}}
            """,
            new Component.Section([new Component.Text("a")], new Component.Thumbnail("attachment://a.png", "b"))
        );

    [Fact]
    public void Gallery_has_its_pictures_without_a_type() =>
        AssertWritten(
            """{"type":12,"items":[{"media":{"url":"https://a.example"},"description":"b"}]}""",
            new Component.Gallery([new Component.Picture("https://a.example", "b")])
        );

    [Fact]
    public void File_is_named_by_its_address() =>
        AssertWritten("""{"type":13,"file":{"url":"attachment://a.json"}}""", new Component.File("attachment://a.json"));

    [Fact]
    public void Disabled_button_says_so() =>
        AssertWritten(
            """{"type":2,"style":4,"label":"a","custom_id":"b","disabled":true}""",
            new Component.Button("a", "b", Style: ButtonStyle.Danger, IsDisabled: true)
        );

    [Fact]
    public void Menu_of_texts_marks_what_was_chosen_before() =>
        AssertWritten(
            """
            {"type":3,"custom_id":"a","placeholder":"b","min_values":0,"max_values":2,"required":false,
             "options":[{"label":"c","value":"d","description":"e","default":true},{"label":"f","value":"g"}]}
            """,
            new Component.StringSelect("a", [new SelectOption("c", "d", "e", IsDefault: true), new SelectOption("f", "g")])
            {
                Placeholder = "b",
                MinValues = 0,
                MaxValues = 2,
                IsOptional = true,
            }
        );

    [Fact]
    public void Menus_of_roles_and_channels_name_what_was_chosen_before()
    {
        AssertWritten(
            """{"type":6,"custom_id":"a","min_values":1,"max_values":1,"default_values":[{"id":"7","type":"role"}]}""",
            new Component.RoleSelect("a") { DefaultRoles = [new Snowflake(7)] }
        );
        AssertWritten(
            """
            {"type":8,"custom_id":"a","min_values":1,"max_values":1,"channel_types":[0,5],"default_values":[{"id":"8","type":"channel"}]}
            """,
            new Component.ChannelSelect("a") { Types = [ChannelType.Text, ChannelType.Announcement], DefaultChannels = [new Snowflake(8)] }
        );
        AssertWritten("""{"type":8,"custom_id":"a","min_values":1,"max_values":1}""", new Component.ChannelSelect("a"));
    }

    [Fact]
    public void Form_is_a_callback_with_labelled_inputs()
    {
        var form = new InteractionReply.Form(
            "a",
            "b",
            [
                new Component.Field(
                    "c",
                    new Component.TextInput("d")
                    {
                        IsParagraph = true,
                        IsOptional = true,
                        MaxLength = 9,
                    },
                    "e"
                ),
            ]
        );

        AssertSame(
            """
            {"type":9,"data":{"custom_id":"a","title":"b","components":[{"type":18,"label":"c","description":"e",
             "component":{"type":4,"custom_id":"d","style":2,"required":false,"max_length":9}}]}}
            """,
            JsonBody.From(form)
        );
    }

    [Fact]
    public void Suggestions_are_a_callback_with_choices() =>
        AssertSame(
            """{"type":8,"data":{"choices":[{"name":"a","value":"b"}]}}""",
            JsonBody.From(new InteractionReply.Autocomplete([new InteractionReply.Choice("a", "b")]))
        );

    [Theory]
    [InlineData(Deferral.Message, """{"type":5}""")]
    [InlineData(Deferral.PrivateMessage, """{"type":5,"data":{"flags":64}}""")]
    [InlineData(Deferral.Update, """{"type":6}""")]
    public void Deferral_says_who_will_see_the_answer(Deferral deferral, string expected) => AssertSame(expected, JsonBody.From(deferral));

    private static void AssertWritten(string expected, Component component)
    {
        var message = JsonNode.Parse(JsonBody.From(new OutgoingMessage { Components = [component] }))!;

        AssertSame(expected, message["components"]![0]!);
    }

    private static void AssertSame(string expected, byte[] actual) => AssertSame(expected, JsonNode.Parse(actual)!);

    private static void AssertSame(string expected, JsonNode actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual.ToJsonString());
}
