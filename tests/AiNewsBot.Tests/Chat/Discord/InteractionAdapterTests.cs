using System.Collections.Immutable;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Discord;
using AiNewsBot.Discord;
using AiNewsBot.Discord.Models;
using Moq;

namespace AiNewsBot.Tests.Chat.Discord;

/// <summary>What Discord asks, as the bot is asked; and what the bot replies, as Discord takes it.</summary>
public sealed class InteractionAdapterTests
{
    private static readonly Interaction Asked = new()
    {
        Id = new Snowflake(1),
        Token = "t",
        ApplicationId = new Snowflake(2),
        Kind = InteractionKind.Command,
        Command = "ask",
        CustomId = "press:1",
        UserId = new Snowflake(300),
    };

    private readonly Mock<IRequestHandler> _handler = new(MockBehavior.Strict);
    private Request? _asked;

    [Theory]
    [InlineData(InteractionKind.Command, RequestKind.Command, "ask")]
    [InlineData(InteractionKind.MessageCommand, RequestKind.MessageCommand, "ask")]
    [InlineData(InteractionKind.Autocomplete, RequestKind.Autocomplete, "ask")]
    [InlineData(InteractionKind.Component, RequestKind.Button, "press:1")]
    [InlineData(InteractionKind.Form, RequestKind.Form, "press:1")]
    public async Task Request_is_named_after_its_command_or_its_button(InteractionKind kind, object asked, string name)
    {
        await AskAsync(Asked with { Kind = kind });

        Assert.Equal((asked, name), (_asked!.Kind, _asked.Name));
    }

    // A menu may hold buttons: what is chosen there is what is pressed.
    [Theory]
    [InlineData("choose", "look:7")]
    [InlineData("pick", "pick")]
    public async Task Choice_of_a_menu_of_buttons_is_the_button(string menu, string name)
    {
        await AskAsync(Asked with { Kind = InteractionKind.Component, CustomId = menu, Values = ["look:7"] });

        Assert.Equal(name, _asked!.Name);
        Assert.Equal(["look:7"], _asked.Values);
    }

    // Where a user installed the bot, the server's own facts and roles do not count.
    [Theory]
    [InlineData(10UL, 10UL, "10")]
    [InlineData(10UL, null, null)]
    [InlineData(null, null, null)]
    public async Task Caller_is_of_the_server_to_which_the_bot_was_added(ulong? guild, ulong? installed, string? server)
    {
        await AskAsync(
            Asked with
            {
                GuildId = guild is { } id ? new Snowflake(id) : null,
                InstalledInGuild = installed is { } added ? new Snowflake(added) : null,
                MemberRoles = [new Snowflake(20)],
                MemberPermissions = DiscordPermissions.ManageServer,
            }
        );

        Assert.Equal(("300", server, true), (_asked!.Caller.User, _asked.Caller.Server, _asked.Caller.ManagesServer));
        Assert.Equal(["20"], _asked.Caller.Roles);
    }

    [Theory]
    [InlineData(10UL, "https://discord.com/channels/10/11/12")]
    [InlineData(null, "https://discord.com/channels/@me/11/12")]
    public async Task Message_comes_with_its_texts_and_its_address(ulong? guild, string link)
    {
        await AskAsync(
            Asked with
            {
                Kind = InteractionKind.MessageCommand,
                GuildId = guild is { } id ? new Snowflake(id) : null,
                ChannelId = new Snowflake(11),
                Target = new TargetMessage(new Snowflake(12), "first", new Snowflake(300)) { Texts = ["first", "of an embed"] },
            }
        );

        Assert.Equal(("first\nof an embed", link), (_asked!.Message, _asked.MessageLink));
    }

    // A locked thread takes posts of those who manage threads.
    [Theory]
    [InlineData(0UL, true)]
    [InlineData(1UL << 34, false)]
    public async Task Chosen_channel_role_and_file_come_with_what_matters_of_them(ulong held, bool isLocked)
    {
        await AskAsync(
            Asked with
            {
                Channels = One(
                    new Snowflake(11),
                    new ResolvedChannel(new Snowflake(11), ChannelType.PublicThread, "talk", held) { IsLocked = true }
                ),
                Roles = One(new Snowflake(20), new ResolvedRole(new Snowflake(20), "Editors", IsMentionable: true)),
                Attachments = One(
                    new Snowflake(30),
                    new ResolvedAttachment(new Snowflake(30), "facts.json", new Uri("https://cdn.discordapp.com/facts.json"), 5, null)
                ),
                Fields = ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add("roles", ["20", "21"]),
            }
        );

        var channel = _asked!.Channels["11"];
        Assert.Equal(("talk", ChatChannelKind.Thread, isLocked), (channel.Name, channel.Kind, channel.IsLocked));
        Assert.NotEmpty(channel.Missing);
        Assert.Equal(("Editors", true), (_asked.Roles["20"].Name, _asked.Roles["20"].IsMentionable));
        Assert.Equal(("facts.json", 5L), (_asked.Files["30"].Name, _asked.Files["30"].Size));
        Assert.Equal("20 21", _asked.Field("roles"));
    }

    [Theory]
    [InlineData(DeferMode.None, Deferral.None)]
    [InlineData(DeferMode.Update, Deferral.Update)]
    [InlineData(DeferMode.EphemeralMessage, Deferral.PrivateMessage)]
    [InlineData(DeferMode.Message, Deferral.Message)]
    public void Announcement_is_the_one_that_the_handler_wants(object mode, Deferral deferral)
    {
        _handler.Setup(handler => handler.GetDeferMode(It.IsAny<Request>())).Returns((DeferMode)mode);

        Assert.Equal(deferral, new InteractionAdapter(_handler.Object).GetDeferral(Asked));
    }

    [Fact]
    public async Task Reply_keeps_who_sees_it_what_it_replaces_and_what_follows_it()
    {
        var card = new CardWriter(null).Add("Hello").ToCard();
        Action<bool> afterSent = _ => { };

        var shown = Assert.IsType<InteractionReply.Send>(
            await AskAsync(Asked, new Reply.Show(card, IsPrivate: true) { AfterSent = afterSent })
        );
        var updated = Assert.IsType<InteractionReply.Update>(await AskAsync(Asked, new Reply.Update(card)));
        var offered = Assert.IsType<InteractionReply.Autocomplete>(
            await AskAsync(Asked, new Reply.Autocomplete([new OptionChoice("Grok 1", "grok-1")]))
        );

        Assert.True(shown.Message.IsEphemeral);
        Assert.Same(afterSent, shown.AfterSent);
        Assert.True(updated.Message.ClearsAttachments);
        Assert.Equal([new InteractionReply.Choice("Grok 1", "grok-1")], offered.Choices);
    }

    [Fact]
    public async Task Each_field_of_a_form_has_its_control()
    {
        FormField[] fields =
        [
            new("title", "Title", "What it is", 80) { Value = "Old" },
            new("text", "Text") { Kind = FieldKind.Paragraph, IsOptional = true },
            new("summary", "Summary")
            {
                Kind = FieldKind.Choice,
                Choices = [new OptionChoice("Yes", "1"), new OptionChoice("No", "0")],
                Value = "0",
            },
            new("editors", "Editors")
            {
                Kind = FieldKind.Roles,
                Value = "20 21",
                IsOptional = true,
            },
            new("channel", "Channel") { Kind = FieldKind.Channel, Value = "11" },
            new("file", "File", "A file of facts") { Kind = FieldKind.File },
        ];

        var form = Assert.IsType<InteractionReply.Form>(await AskAsync(Asked, new Reply.Form("f:1", "A form", [.. fields])));
        var shown = form.Fields.Cast<Component.Field>().ToArray();

        Assert.Equal(("f:1", "A form"), (form.CustomId, form.Title));
        var title = Assert.IsType<Component.TextInput>(shown[0].Control);
        Assert.Equal(("Old", 80, false, false), (title.Value, title.MaxLength, title.IsParagraph, title.IsOptional));

        // What fills a field covers the hint within it.
        Assert.Equal(["What it is", null, null, null, null, "A file of facts"], shown.Select(field => field.Description));
        Assert.True(Assert.IsType<Component.TextInput>(shown[1].Control) is { IsParagraph: true, IsOptional: true });
        Assert.Equal(
            [("1", false), ("0", true)],
            Assert.IsType<Component.RadioGroup>(shown[2].Control).Options.Select(option => (option.Value, option.IsDefault))
        );
        var editors = Assert.IsType<Component.RoleSelect>(shown[3].Control);
        Assert.Equal((0, 25), (editors.MinValues, editors.MaxValues));
        Assert.Equal([20UL, 21UL], editors.DefaultRoles.Select(role => role.Value));
        Assert.Equal([11UL], Assert.IsType<Component.ChannelSelect>(shown[4].Control).DefaultChannels.Select(channel => channel.Value));
        Assert.False(Assert.IsType<Component.FileUpload>(shown[5].Control).IsOptional);
    }

    // Nothing can be said where a list of suggestions is waited for.
    [Fact]
    public void Failure_is_said_except_among_suggestions()
    {
        _handler
            .Setup(handler => handler.CreateFailure(It.IsAny<Request>(), "ab12"))
            .Returns(new Reply.Show(new CardWriter(null).Add("That failed").ToCard(), IsPrivate: true));
        var adapter = new InteractionAdapter(_handler.Object);

        Assert.IsType<InteractionReply.Send>(adapter.CreateFailure(Asked, "ab12"));
        Assert.Empty(
            Assert
                .IsType<InteractionReply.Autocomplete>(adapter.CreateFailure(Asked with { Kind = InteractionKind.Autocomplete }, "ab12"))
                .Choices
        );
    }

    private async Task<InteractionReply> AskAsync(Interaction interaction, Reply? reply = null)
    {
        _handler
            .Setup(handler => handler.HandleAsync(It.IsAny<Request>(), It.IsAny<CancellationToken>()))
            .Callback((Request request, CancellationToken _) => _asked = request)
            .Returns(ValueTask.FromResult(reply ?? new Reply.Autocomplete([])));
        return await new InteractionAdapter(_handler.Object).HandleAsync(interaction, TestContext.Current.CancellationToken);
    }

    private static ImmutableDictionary<Snowflake, T> One<T>(Snowflake id, T part) => ImmutableDictionary<Snowflake, T>.Empty.Add(id, part);
}
