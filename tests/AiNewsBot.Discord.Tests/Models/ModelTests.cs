using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using AiNewsBot.Discord.Models;
using AiNewsBot.Discord.Rest;

namespace AiNewsBot.Discord.Tests.Models;

/// <summary>What is written to Discord and read from it, piece by piece.</summary>
public sealed class ModelTests
{
    public static TheoryData<Component, string> Components =>
        new()
        {
            { new Component.Text("a – b"), """{"type":10,"content":"a – b"}""" },
            { new Component.Separator(), """{"type":14,"divider":true}""" },
            { new Component.Separator(IsLine: false), """{"type":14,"divider":false}""" },
            { new Component.File("attachment://a.json"), """{"type":13,"file":{"url":"attachment://a.json"}}""" },
            { new Component.Container([new Component.Text("a")]), """{"type":17,"components":[{"type":10,"content":"a"}]}""" },
            { new Component.Container([], AccentColor: 0xFF), """{"type":17,"accent_color":255,"components":[]}""" },
            {
                new Component.Row([new Component.Button("Go", "id", Style: ButtonStyle.Danger, IsDisabled: true)]),
                """{"type":1,"components":[{"type":2,"style":4,"label":"Go","custom_id":"id","disabled":true}]}"""
            },
            {
                new Component.Row([new Component.Button("Go", Url: "https://a.example/")]),
                """{"type":1,"components":[{"type":2,"style":5,"label":"Go","url":"https://a.example/"}]}"""
            },
            {
                new Component.Section([new Component.Text("a")], new Component.Thumbnail("u", "d")),
                """{"type":9,"components":[{"type":10,"content":"a"}],"accessory":{"type":11,"media":{"url":"u"},"description":"d"}}"""
            },
            {
                new Component.Gallery([new Component.Picture("u", "d")]),
                """{"type":12,"items":[{"media":{"url":"u"},"description":"d"}]}"""
            },
            {
                new Component.Field(
                    "Name",
                    new Component.TextInput("id")
                    {
                        IsParagraph = true,
                        IsOptional = true,
                        Value = "v",
                        Placeholder = "p",
                        MaxLength = 9,
                    },
                    "why"
                ),
                """{"type":18,"label":"Name","description":"why","component":{"type":4,"custom_id":"id","style":2"""
                    + ""","required":false,"value":"v","placeholder":"p","max_length":9}}"""
            },
            {
                new Component.Field("Name", new Component.TextInput("id")),
                """{"type":18,"label":"Name","component":{"type":4,"custom_id":"id","style":1,"required":true}}"""
            },
            {
                new Component.StringSelect("id", [new SelectOption("A", "a", "first", IsDefault: true), new SelectOption("B", "b")])
                {
                    Placeholder = "p",
                    MinValues = 0,
                    IsOptional = true,
                },
                """{"type":3,"custom_id":"id","placeholder":"p","min_values":0,"max_values":1,"required":false"""
                    + ""","options":[{"label":"A","value":"a","description":"first","default":true},{"label":"B","value":"b"}]}"""
            },
            {
                new Component.RadioGroup("id", [new SelectOption("A", "a", "first", IsDefault: true), new SelectOption("B", "b")]),
                """{"type":21,"custom_id":"id","required":true"""
                    + ""","options":[{"label":"A","value":"a","description":"first","default":true},{"label":"B","value":"b"}]}"""
            },
            {
                new Component.RoleSelect("id") { DefaultRoles = [new Snowflake(7)], MaxValues = 3 },
                """{"type":6,"custom_id":"id","min_values":1,"max_values":3,"default_values":[{"id":"7","type":"role"}]}"""
            },
            {
                new Component.ChannelSelect("id") { Types = [ChannelType.Text, ChannelType.Forum] },
                """{"type":8,"custom_id":"id","min_values":1,"max_values":1,"channel_types":[0,15]}"""
            },
        };

    [Theory]
    [MemberData(nameof(Components), DisableDiscoveryEnumeration = true)]
    public void Component_is_written_as_Discord_describes_it(Component component, string json) =>
        AssertSame(
            $$$"""{"flags":32768,"components":[{{{json}}}],"allowed_mentions":{"parse":[]}}""",
            JsonBody.From(new OutgoingMessage { Components = [component] })
        );

    [Fact]
    public void Letters_are_sent_as_they_are() =>
        Assert.Contains("a – b", Encoding.UTF8.GetString(JsonBody.From(new OutgoingMessage { Content = "a – b" })));

    public static TheoryData<InteractionReply, string> Replies =>
        new()
        {
            {
                new InteractionReply.Send(new OutgoingMessage { Content = "hi", IsEphemeral = true }),
                """{"type":4,"data":{"flags":64,"content":"hi","components":[],"allowed_mentions":{"parse":[]}}}"""
            },
            {
                new InteractionReply.Update(new OutgoingMessage { Components = [new Component.Text("a")] }),
                """{"type":7,"data":{"flags":32768,"components":[{"type":10,"content":"a"}],"allowed_mentions":{"parse":[]}}}"""
            },
            {
                new InteractionReply.Autocomplete([new InteractionReply.Choice("Grok-1", "grok-1")]),
                """{"type":8,"data":{"choices":[{"name":"Grok-1","value":"grok-1"}]}}"""
            },
            {
                new InteractionReply.Form("id", "Edit", [new Component.Field("Name", new Component.TextInput("n"))]),
                """{"type":9,"data":{"custom_id":"id","title":"Edit","components":["""
                    + """{"type":18,"label":"Name","component":{"type":4,"custom_id":"n","style":1,"required":true}}]}}"""
            },
        };

    [Theory]
    [MemberData(nameof(Replies), DisableDiscoveryEnumeration = true)]
    public void Reply_is_written_with_its_type(InteractionReply reply, string json) => AssertSame(json, JsonBody.From(reply));

    [Theory]
    [InlineData(Deferral.Message, """{"type":5}""")]
    [InlineData(Deferral.PrivateMessage, """{"type":5,"data":{"flags":64}}""")]
    [InlineData(Deferral.Update, """{"type":6}""")]
    public void Deferral_is_written_with_its_type(Deferral deferral, string json) => AssertSame(json, JsonBody.From(deferral));

    // The order of an object's members says nothing.
    private static void AssertSame(string expected, byte[] actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), Encoding.UTF8.GetString(actual));

    // Roles of a member, their permissions, and the channel's overwrites by everybody (9), role (5) and member (3).
    [Theory]
    [InlineData("", "", 0b0011ul)]
    [InlineData("5", "", 0b0111ul)]
    [InlineData("5", "9 deny 1", 0b0110ul)]
    [InlineData("5", "9 deny 1; 5 allow 1", 0b0111ul)]
    [InlineData("5", "5 deny 4; 3 allow 4", 0b0111ul)]
    [InlineData("5", "6 deny 7", 0b0111ul)]
    [InlineData("5", "4 deny 7", 0b0111ul)]
    [InlineData("5", "3 deny 7", 0b0000ul)]
    [InlineData("6", "9 deny 7", ulong.MaxValue)]
    public void Overwrites_apply_for_everybody_then_roles_then_the_member(string held, string overwrites, ulong permissions)
    {
        var channel = new Channel
        {
            Id = new Snowflake(7),
            Type = ChannelType.Text,
            Overwrites =
            [
                .. overwrites
                    .Split("; ", StringSplitOptions.RemoveEmptyEntries)
                    .Select(text => text.Split(' '))
                    .Select(parts => new PermissionOverwrite(
                        new Snowflake(ulong.Parse(parts[0], null)),
                        parts[0] is "3" or "4" ? 1 : 0,
                        parts[1] == "allow" ? ulong.Parse(parts[2], null) : 0,
                        parts[1] == "deny" ? ulong.Parse(parts[2], null) : 0
                    )),
            ],
        };

        Assert.Equal(
            permissions,
            PermissionCalculator.Compute(
                channel,
                guild: new Snowflake(9),
                me: new Snowflake(3),
                held.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => new Snowflake(ulong.Parse(id, null))).ToHashSet(),
                [
                    new RolePayload(new Snowflake(9), 0b0011),
                    new RolePayload(new Snowflake(5), 0b0100),
                    new RolePayload(new Snowflake(6), 0b1000),
                ]
            )
        );
    }

    [Fact]
    public void Channel_is_read_with_what_a_post_must_know()
    {
        var channel = ChannelReader.Read(
            """
            {"id":"7","type":15,"guild_id":"9","parent_id":"8","name":"news","flags":16,"last_message_id":"99",
             "available_tags":[{"id":"1","name":"Open"}],"thread_metadata":{"archived":true,"locked":true},
             "permission_overwrites":[{"id":"9","type":0,"allow":"1024","deny":2048}],"unknown":{"x":[1]}}
            """u8
        );

        Assert.Equal(
            (7ul, 9ul, 8ul, 99ul),
            (channel.Id.Value, channel.GuildId?.Value, channel.ParentId?.Value, channel.LastMessageId?.Value)
        );
        Assert.True(channel is { IsForum: true, RequiresTag: true, IsArchived: true, IsLocked: true });
        Assert.Equal(
            (new ForumTag(new Snowflake(1), "Open"), new PermissionOverwrite(new Snowflake(9), 0, 1024, 2048)),
            (channel.Tags[0], channel.Overwrites[0])
        );
    }

    [Theory]
    [InlineData(ChannelType.Forum, true)]
    [InlineData(ChannelType.Media, true)]
    [InlineData(ChannelType.Text, false)]
    public void Forums_and_media_channels_take_posts_as_threads(ChannelType type, bool isForum) =>
        Assert.Equal(isForum, new Channel { Id = new Snowflake(7), Type = type }.IsForum);

    [Fact]
    public void Message_is_read_with_the_ids_of_its_buttons_at_any_depth()
    {
        var message = MessageReader.Read(
            """
            {"id":"8","channel_id":"7","author":{"id":"3"},"content":null,"flags":3,
             "components":[{"type":17,"components":[{"type":1,"components":[{"custom_id":"a"},{"custom_id":5}]}]},
              {"accessory":{"custom_id":"b"}}]}
            """u8.ToArray()
        );

        Assert.Equal(
            (8ul, 7ul, 3ul, "", true),
            (message.Id.Value, message.ChannelId.Value, message.AuthorId.Value, message.Content, message.IsCrossposted)
        );
        Assert.Equal(["a", "b"], message.CustomIds);
    }

    [Fact]
    public void Interaction_gives_its_options_by_their_types()
    {
        var interaction = new Interaction
        {
            Id = new Snowflake(1),
            Token = "t",
            ApplicationId = new Snowflake(2),
            Kind = InteractionKind.Command,
            Command = "ask",
            Options = new Dictionary<string, string>
            {
                ["n"] = "-5",
                ["id"] = "7",
                ["yes"] = "true",
                ["no"] = "false",
                ["text"] = "x",
            }.ToImmutableDictionary(),
            Fields = new Dictionary<string, ImmutableArray<string>>
            {
                ["one"] = ["a", "b"],
                ["empty"] = [""],
                ["none"] = [],
            }.ToImmutableDictionary(),
        };

        Assert.Equal((-5L, null, null), (interaction.GetNumber("n"), interaction.GetNumber("text"), interaction.GetNumber("missing")));
        Assert.Equal((7ul, null), (interaction.GetId("id")?.Value, interaction.GetId("n")?.Value));
        Assert.Equal((true, false, false), (interaction.GetFlag("yes"), interaction.GetFlag("no"), interaction.GetFlag("missing")));
        Assert.Equal(
            ("a", null, null, null),
            (interaction.GetField("one"), interaction.GetField("empty"), interaction.GetField("none"), interaction.GetField("missing"))
        );
        Assert.Equal("Command ask (1)", interaction.ToString());
    }
}
