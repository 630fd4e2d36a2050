using AiNewsBot.Discord.Interactions;
using AiNewsBot.Discord.Models;

namespace AiNewsBot.Discord.Tests.Interactions;

public sealed class InteractionReaderTests
{
    [Fact]
    public void Command_is_read_with_its_options()
    {
        var interaction = InteractionReader.Read(
            """
            {"id":"1","application_id":"2","type":2,"token":"secret","guild_id":"3","channel_id":"4","locale":"de",
            "member":{"user":{"id":"5"},"roles":[]},
             "data":{"name":"ask","type":1,"options":[{"name":"question","type":3,"value":"is grok open"},{"name":"private","type":5,
             "value":true}]}}
            """u8
        );

        Assert.Equal((InteractionKind.Command, "ask", "de"), (interaction.Kind, interaction.Command, interaction.Locale));
        Assert.Equal("is grok open", interaction.Options["question"]);
        Assert.Equal("true", interaction.Options["private"]);
        Assert.Equal((3UL, 5UL), (interaction.GuildId!.Value.Value, interaction.UserId.Value));
    }

    [Fact]
    public void Subcommand_is_part_of_the_name()
    {
        var interaction = InteractionReader.Read(
            """
            {"id":"1","application_id":"2","type":4,"token":"t","user":{"id":"5"},"data":{"name":"news","options":[{"name":"follow",
            "type":1,"options":[{"name":"about","type":3,"value":"gr","focused":true}]}]}}
            """u8
        );

        Assert.Equal(("news follow", "about", "gr"), (interaction.Command, interaction.Focused, interaction.Options["about"]));
        Assert.Null(interaction.GuildId);
    }

    [Fact]
    public void Button_is_read_by_its_id() =>
        Assert.Equal(
            "timeline:grok",
            InteractionReader
                .Read("""{"id":"1","application_id":"2","type":3,"token":"t","data":{"component_type":2,"custom_id":"timeline:grok"}}"""u8)
                .CustomId
        );

    [Fact]
    public void Options_are_read_by_their_types()
    {
        var interaction = Read(
            """
            {"name":"news","options":[{"name":"channel","type":7,"value":"77"},{"name":"count","type":4,"value":-3},{"name":"private",
            "type":5,"value":true},{"name":"odd","type":3,"value":null}]}
            """
        );

        Assert.Equal(
            (new Snowflake(77), -3L, true, ""),
            (
                interaction.GetId("channel")!.Value,
                interaction.GetNumber("count")!.Value,
                interaction.GetFlag("private"),
                interaction.GetText("odd")
            )
        );
        Assert.Null(interaction.GetText("absent"));
        Assert.Null(interaction.GetId("count"));
        Assert.False(interaction.GetFlag("absent"));
    }

    [Fact]
    public void Message_command_brings_its_message()
    {
        var interaction = Read(
            """
            {"name":"Check","type":3,"target_id":"55","resolved":{"messages":{"55":{"id":"55","content":"Grok is open",
            "author":{"id":"6"},"embeds":[]}}}}
            """
        );

        Assert.Equal(InteractionKind.MessageCommand, interaction.Kind);
        Assert.Equal(
            (new Snowflake(55), "Grok is open", new Snowflake(6)),
            (interaction.Target!.Id, interaction.Target.Content, interaction.Target.AuthorId)
        );
        Assert.Equal(["Grok is open"], interaction.Target.Texts);
    }

    [Fact]
    public void Texts_of_embeds_and_of_forwarded_messages_count_as_the_message()
    {
        var interaction = Read(
            """
            {"name":"Check","type":3,"target_id":"55","resolved":{"messages":{"55":{"id":"55","content":"",
             "embeds":[{"title":"Phi-4 is MIT","description":null,"fields":[{"name":"Weights","value":"open"},{"name":"","value":null}]},
             {"description":"And so on"}],
             "message_snapshots":[{"message":{"content":"Grok-1 is Apache"}},{"message":null},{}]}}}}
            """
        );

        Assert.Equal(default, interaction.Target!.AuthorId);
        Assert.Equal(["Phi-4 is MIT", "Weights", "open", "And so on", "Grok-1 is Apache"], interaction.Target.Texts);
    }

    [Theory]
    [InlineData("""{"name":"Check","type":3,"target_id":"55","resolved":{"messages":{"56":{"id":"56","content":"Grok is open"}}}}""")]
    [InlineData("""{"name":"Check","type":3,"target_id":"55","resolved":{}}""")]
    [InlineData("""{"name":"Check","type":3,"target_id":"55"}""")]
    public void Message_command_whose_message_is_not_there_has_none(string data) => Assert.Null(Read(data).Target);

    [Theory]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    [InlineData("-3", "-3")]
    [InlineData("2.50", "2.50")]
    [InlineData("\"gr\"", "gr")]
    [InlineData("null", "")]
    [InlineData("{\"a\":[1]}", "")]
    [InlineData("[1,2]", "")]
    public void Value_of_an_option_is_read_as_text(string value, string text)
    {
        var interaction = Read($$"""{"name":"news","options":[{"name":"a","value":{{value}}},{"name":"c","value":"b"}]}""");

        Assert.Equal((text, "b"), (interaction.GetText("a"), interaction.GetText("c")));
    }

    [Fact]
    public void Form_fields_are_read_from_labels_and_rows()
    {
        var interaction = Read(
            """
            {"custom_id":"fact:edit","components":[{"type":18,"component":{"type":4,"custom_id":"value","value":"MIT"}},{"type":18,
            "component":{"type":3,"custom_id":"kind","values":["a","b"]}},{"type":1,"components":[{"type":4,"custom_id":"why",
            "value":""}]}]}
            """,
            type: 5
        );

        Assert.Equal((InteractionKind.Form, "fact:edit", "MIT"), (interaction.Kind, interaction.CustomId, interaction.GetField("value")));
        Assert.Equal(["a", "b"], interaction.Fields["kind"]);
        Assert.Null(interaction.GetField("why"));
        Assert.Null(interaction.GetField("absent"));
    }

    [Fact]
    public void Resolved_files_and_channels_are_read()
    {
        var interaction = Read(
            """
            {"name":"fact","resolved":{"attachments":{"9":{"id":"9","filename":"a.json","size":12,"url":"https://cdn.example/a.json",
            "content_type":"application/json"}},"channels":{"7":{"id":"7","type":5,"name":"news","app_permissions":"2048",
            "permissions":"1"}}}}
            """
        );

        Assert.Equal(
            new ResolvedAttachment(new Snowflake(9), "a.json", new Uri("https://cdn.example/a.json"), 12, "application/json"),
            interaction.Attachments[new Snowflake(9)]
        );
        Assert.Equal(
            new ResolvedChannel(new Snowflake(7), AiNewsBot.Discord.Models.ChannelType.Announcement, "news", 2048),
            interaction.Channels[new Snowflake(7)]
        );
    }

    [Fact]
    public void User_and_place_are_read()
    {
        var interaction = InteractionReader.Read(
            """
            {"id":"1","application_id":"2","type":3,"token":"t","guild_id":"3","guild_locale":"fr","context":0,
            "app_permissions":"2147483647","message":{"id":"44"},
             "authorizing_integration_owners":{"0":"3","1":"5"},"member":{"user":{"id":"5"},"roles":["8","9"],"permissions":"32"},
             "data":{"custom_id":"x","component_type":3,"values":["a"]}}
            """u8
        );

        Assert.Equal(
            (32UL, 2147483647UL, "fr", InteractionPlace.Guild),
            (interaction.MemberPermissions, interaction.AppPermissions, interaction.GuildLocale, interaction.Place!.Value)
        );
        Assert.Equal([new Snowflake(8), new Snowflake(9)], interaction.MemberRoles);
        Assert.Equal(
            (new Snowflake(3), new Snowflake(5), new Snowflake(44)),
            (interaction.InstalledInGuild!.Value, interaction.InstalledByUser!.Value, interaction.MessageId!.Value)
        );
        Assert.Equal(["a"], interaction.Values);
    }

    [Fact]
    public void Direct_message_has_no_installing_guild() =>
        Assert.Null(
            InteractionReader
                .Read(
                    """
                    {"id":"1","application_id":"2","type":2,"token":"t","context":1,"authorizing_integration_owners":{"0":"0"},
                    "user":{"id":"5"},"data":{"name":"ask"}}
                    """u8
                )
                .InstalledInGuild
        );

    [Theory]
    [InlineData("""{"id":"1","application_id":"2","type":6,"token":"t"}""")]
    [InlineData("""{"id":"1","application_id":"2","token":"t"}""")]
    [InlineData("null")]
    public void Unknown_interaction_is_refused(string json) =>
        Assert.Throws<System.Text.Json.JsonException>(() => InteractionReader.Read(System.Text.Encoding.UTF8.GetBytes(json)));

    private static Interaction Read(string data, int type = 2) =>
        InteractionReader.Read(
            System.Text.Encoding.UTF8.GetBytes($$"""{"id":"1","application_id":"2","type":{{type}},"token":"t","data":{{data}}}""")
        );
}
