using AiNewsBot.Discord.Models;
using AiNewsBot.Discord.Rest;
using DiscordSimulator;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiNewsBot.Discord.Tests.Models;

/// <summary>Bodies against the description that Discord publishes of its API.</summary>
public sealed class PublishedDescriptionTests
{
    public static TheoryData<string, OutgoingMessage> Messages { get; } =
        new()
        {
            {
                "a section with a button",
                Create(
                    new Component.Section(
                        [new Component.Text("a"), new Component.Text("b")],
                        new Component.Button("c", "d", IsDisabled: true)
                    )
                )
            },
            {
                "a section with a picture",
                Create(new Component.Section([new Component.Text("a")], new Component.Thumbnail("https://e.example/a.png", "A picture")))
            },
            { "a gallery", Create(new Component.Gallery([new Component.Picture("attachment://a.png", "A picture")])) },
            { "a file", Create(new Component.File("attachment://a.json")) },
            {
                "a menu of texts",
                Create(
                    new Component.Row([
                        new Component.StringSelect("s", [new SelectOption("A", "a", "First", IsDefault: true), new SelectOption("B", "b")])
                        {
                            Placeholder = "Choose",
                            MinValues = 0,
                            MaxValues = 2,
                        },
                    ])
                )
            },
            { "a menu of roles", Create(new Component.Row([new Component.RoleSelect("r") { DefaultRoles = [new Snowflake(7)] }])) },
            {
                "a menu of channels",
                Create(
                    new Component.Row([
                        new Component.ChannelSelect("c")
                        {
                            Types = [ChannelType.Text, ChannelType.Forum],
                            DefaultChannels = [new Snowflake(8)],
                        },
                    ])
                )
            },
            {
                "a box",
                Create(
                    new Component.Container(
                        [
                            new Component.Text("a"),
                            new Component.Separator(),
                            new Component.Row([new Component.Button("b", Url: "https://e.example")]),
                        ],
                        0x2E7D32
                    )
                )
            },
            {
                "a role that is pinged, with a nonce",
                Create(new Component.Text("<@&7>")) with
                {
                    MentionedRoles = [new Snowflake(7)],
                    Nonce = "abc",
                }
            },
            {
                "plain text",
                new OutgoingMessage { Content = "Hello" }
            },
        };

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task Message_matches_the_published_schema(string what, OutgoingMessage message)
    {
        await using var discord = await FakeDiscord.StartAsync(
            new FakeDiscordOptions { OpenApi = SharedFiles.Need("discord/openapi.json") }
        );
        using var rest = Client(discord);

        // The simulator checks a body before it looks for the channel, which it does not have.
        var refusal = await Assert.ThrowsAsync<DiscordException>(() =>
            rest.CreateMessageAsync(new Snowflake(1), message, TestContext.Current.CancellationToken)
        );

        Assert.True(
            refusal.Code == DiscordCode.UnknownChannel && discord.Violations.All.Count == 0,
            $"{what}: {string.Join(' ', discord.Violations.All)}"
        );
    }

    [Fact]
    public async Task Forum_post_matches_the_published_schema()
    {
        await using var discord = await FakeDiscord.StartAsync(
            new FakeDiscordOptions { OpenApi = SharedFiles.Need("discord/openapi.json") }
        );
        using var rest = Client(discord);

        var refusal = await Assert.ThrowsAsync<DiscordException>(() =>
            rest.CreateForumPostAsync(
                new Snowflake(1),
                "News",
                Create(new Component.Text("a")),
                [new Snowflake(2)],
                TestContext.Current.CancellationToken
            )
        );

        Assert.Equal(DiscordCode.UnknownChannel, refusal.Code);
        Assert.Empty(discord.Violations.All);
    }

    [Fact]
    public async Task Form_matches_the_published_schema()
    {
        await using var discord = await FakeDiscord.StartAsync(
            new FakeDiscordOptions { OpenApi = SharedFiles.Need("discord/openapi.json") }
        );
        using var rest = Client(discord);
        var (id, token) = discord.Begin(2);
        var asked = new Interaction
        {
            Id = new Snowflake(ulong.Parse(id, System.Globalization.CultureInfo.InvariantCulture)),
            Token = token,
            ApplicationId = new Snowflake(1),
            Kind = InteractionKind.Command,
        };

        var form = new InteractionReply.Form(
            "fact:edit",
            "Edit a fact",
            [
                new Component.Text("What is known"),
                new Component.Field(
                    "Value",
                    new Component.TextInput("value") { Value = "MIT", MaxLength = 200 },
                    "As the licence is called"
                ),
                new Component.Field(
                    "Why",
                    new Component.TextInput("why")
                    {
                        IsParagraph = true,
                        IsOptional = true,
                        Placeholder = "Because",
                    }
                ),
                new Component.Field(
                    "Kind",
                    new Component.StringSelect("kind", [new SelectOption("A", "a")]) { IsOptional = true, MinValues = 0 }
                ),
                new Component.Field(
                    "Availability",
                    new Component.RadioGroup(
                        "availability",
                        [new SelectOption("Available", "available", "For all", IsDefault: true), new SelectOption("Gated", "gated")]
                    )
                ),
            ]
        );

        Assert.True(await rest.AnswerAsync(asked, form, TimeProvider.System.GetTimestamp(), TestContext.Current.CancellationToken));
        discord.Violations.AssertNone();
    }

    private static OutgoingMessage Create(params ReadOnlySpan<Component> components) => new() { Components = [.. components] };

    private static DiscordRest Client(FakeDiscord discord) =>
        new(
            new DiscordOptions { Token = discord.Token, ApiBaseUrl = new Uri(discord.ApiBaseUrl) },
            TimeProvider.System,
            NullLogger<DiscordRest>.Instance
        );
}
