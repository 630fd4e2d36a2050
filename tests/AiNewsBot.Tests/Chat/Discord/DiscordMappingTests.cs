using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Discord;
using AiNewsBot.Chat.Posting;
using AiNewsBot.Discord.Models;
using AiNewsBot.Discord.Rest;

namespace AiNewsBot.Tests.Chat.Discord;

/// <summary>What the bot says and asks, as Discord takes it; and what Discord answers, as the bot takes it.</summary>
public sealed class DiscordMappingTests
{
    private const ulong View = 1 << 10;
    private const ulong Send = 1 << 11;
    private const ulong History = 1 << 16;
    private const ulong InThreads = 1UL << 38;

    // A refusal that is taken for another would pause a channel, lose a post or send it twice.
    [Theory]
    [InlineData(404, 10003, PostResult.ChannelGone)]
    [InlineData(404, 10004, PostResult.ChannelGone)]
    [InlineData(404, 10008, PostResult.MessageGone)]
    [InlineData(404, 0, PostResult.ChannelGone)]
    [InlineData(403, 50001, PostResult.Forbidden)]
    [InlineData(403, 50013, PostResult.Forbidden)]
    [InlineData(403, 50007, PostResult.DirectClosed)]
    [InlineData(403, 0, PostResult.Forbidden)]
    [InlineData(401, 0, PostResult.Refused)]
    [InlineData(400, 50083, PostResult.Archived)]
    [InlineData(403, 160005, PostResult.Locked)]
    [InlineData(400, 40067, PostResult.NeedsTag)]
    [InlineData(400, 40058, PostResult.WrongKind)]
    [InlineData(400, 50008, PostResult.WrongKind)]
    [InlineData(400, 200000, PostResult.Filtered)]
    [InlineData(400, 240000, PostResult.Filtered)]
    [InlineData(400, 50035, PostResult.Malformed)]
    [InlineData(400, 50006, PostResult.Malformed)]
    [InlineData(400, 0, PostResult.Malformed)]
    [InlineData(429, 0, PostResult.Busy)]
    [InlineData(429, 20022, PostResult.Busy)]
    [InlineData(408, 0, PostResult.Unclear)]
    [InlineData(501, 0, PostResult.Malformed)]
    [InlineData(500, 0, PostResult.Unclear)]
    [InlineData(503, 0, PostResult.Unclear)]
    public void Refusal_of_discord_has_its_outcome(int status, int code, object result) =>
        Assert.Equal(result, PostOutcomes.From(new DiscordException((HttpStatusCode)status, code, "no")).Result);

    [Fact]
    public void Request_without_an_answer_may_have_taken_effect() =>
        Assert.Equal(PostResult.Unclear, PostOutcomes.From(new HttpRequestException("reset")).Result);

    [Theory]
    [InlineData(20022, null, 20 * 60)]
    [InlineData(20022, 5, 5)]
    [InlineData(0, 5, 5)]
    [InlineData(0, null, null)]
    public void Wait_is_what_discord_says_or_what_is_known_of_published_messages(int code, int? said, int? seconds) =>
        Assert.Equal(
            seconds is { } wait ? TimeSpan.FromSeconds(wait) : null,
            PostOutcomes
                .From(
                    new DiscordException(
                        HttpStatusCode.TooManyRequests,
                        code,
                        "slow down",
                        retryAfter: said is { } given ? TimeSpan.FromSeconds(given) : null
                    )
                )
                .RetryAfter
        );

    [Theory]
    [InlineData(ChannelType.Text, View | Send | History, "")]
    [InlineData(ChannelType.Text, View | History, "Send Messages")]
    [InlineData(ChannelType.Text, View | InThreads | History, "Send Messages")]
    [InlineData(ChannelType.PublicThread, View | InThreads | History, "")]
    [InlineData(ChannelType.PublicThread, View | Send | History, "Send Messages in Threads")]
    [InlineData(ChannelType.Forum, View | History, "Create Posts")]
    [InlineData(ChannelType.Announcement, Send, "View Channel, Read Message History")]
    [InlineData(ChannelType.Text, 0UL, "View Channel, Send Messages, Read Message History")]
    [InlineData(ChannelType.Text, 1UL << 3, "")]
    public void Permission_that_the_bot_lacks_to_post_is_named_as_discord_names_it(ChannelType type, ulong held, string missing) =>
        Assert.Equal(missing, string.Join(", ", DiscordPermissions.MissingToPost(type, held)));

    [Fact]
    public void Where_discord_does_not_say_what_the_bot_may_nothing_is_held_against_it()
    {
        Assert.Empty(DiscordPermissions.MissingToPost(ChannelType.Text, null));
        Assert.True(DiscordPermissions.MentionsAnyRole(null));
        Assert.False(DiscordPermissions.OpensThreads(null));
    }

    [Theory]
    [InlineData(1UL << 5, 1UL << 5, true)]
    [InlineData(1UL << 4, 1UL << 5, false)]
    [InlineData(1UL << 3, 1UL << 5, true)]
    [InlineData(View, View | Send, false)]
    public void Administrator_has_every_permission_and_others_all_that_are_wanted(ulong held, ulong wanted, bool has) =>
        Assert.Equal(has, DiscordPermissions.Has(held, wanted));

    [Theory]
    [InlineData(ChannelType.Text, ChatChannelKind.Text)]
    [InlineData(ChannelType.Voice, ChatChannelKind.Text)]
    [InlineData(ChannelType.Direct, ChatChannelKind.Text)]
    [InlineData(ChannelType.Announcement, ChatChannelKind.Announcement)]
    [InlineData(ChannelType.AnnouncementThread, ChatChannelKind.Thread)]
    [InlineData(ChannelType.PrivateThread, ChatChannelKind.Thread)]
    [InlineData(ChannelType.Forum, ChatChannelKind.Forum)]
    [InlineData(ChannelType.Media, ChatChannelKind.Forum)]
    [InlineData((ChannelType)4, ChatChannelKind.Other)]
    [InlineData((ChannelType)99, ChatChannelKind.Other)]
    public void Channel_is_of_the_kind_by_which_it_is_posted_to(ChannelType type, object kind) =>
        Assert.Equal(kind, ChannelKinds.From(type));

    // Discord takes 40 components, 5 buttons in a row, and labels of 80 characters; of more it takes nothing at all.
    [Fact]
    public void Card_keeps_within_what_a_message_may_hold()
    {
        var card = new Card(
            0xFFFFFF,
            [.. Enumerable.Range(0, 12).Select(n => new CardBlock($"block {n}", HasSeparator: true))],
            [.. Enumerable.Range(0, 7).Select(n => new CardButton($"b:{n}", new string('l', 81)))]
        );

        var container = Assert.IsType<Component.Container>(Assert.Single(CardMessages.Create(card, isPrivate: true).Components));
        var rows = container.Children.OfType<Component.Row>().ToArray();

        Assert.Equal([5, 2], rows.Select(row => row.Children.Length));
        Assert.All(
            rows.SelectMany(row => row.Children).Cast<Component.Button>(),
            button => Assert.Equal(new string('l', 79) + "…", button.Label)
        );
        Assert.True(1 + container.Children.Length + rows.Sum(row => row.Children.Length) <= 40);
        Assert.IsType<Component.Text>(container.Children[0]);
    }

    [Fact]
    public void Card_with_a_picture_and_a_file_attaches_both_and_shows_the_picture_below_the_first_text()
    {
        var card = new CardWriter(null).Add("First").Add("Second").ToCard() with
        {
            Picture = new CardPicture("a.png", new byte[] { 1 }, "What there is to see"),
            File = new CardFile("b.json", new byte[] { 2 }),
        };

        var message = CardMessages.Create(card, isPrivate: false);
        var shown = Assert.IsType<Component.Container>(Assert.Single(message.Components)).Children;

        Assert.Equal(
            [typeof(Component.Text), typeof(Component.Gallery), typeof(Component.Text), typeof(Component.File)],
            shown.Select(component => component.GetType())
        );
        Assert.Equal(["a.png", "b.json"], message.Attachments.Select(attachment => attachment.Name));
        Assert.False(message.IsEphemeral);
    }

    [Theory]
    [InlineData(OptionKind.Text, 3)]
    [InlineData(OptionKind.Number, 4)]
    [InlineData(OptionKind.Flag, 5)]
    [InlineData(OptionKind.Channel, 7)]
    [InlineData(OptionKind.Role, 8)]
    [InlineData(OptionKind.File, 11)]
    public void Option_is_registered_under_discords_number_of_its_kind(object kind, int number)
    {
        using var json = Registered(new CommandDefinition("a", "A", new OptionDefinition("o", "O", (OptionKind)kind)));

        Assert.Equal(number, json.RootElement[0].GetProperty("options")[0].GetProperty("type").GetInt32());
    }

    [Theory]
    [InlineData("https://cdn.discordapp.com.evil.example/a")]
    [InlineData("http://cdn.discordapp.com/a")]
    [InlineData("https://example.org/cdn.discordapp.com")]
    [InlineData("https://169.254.169.254/latest")]
    public async Task File_from_elsewhere_than_discord_is_not_fetched(string url)
    {
        using var files = new DiscordFiles(new DiscordSettings());

        Assert.Null(await files.ReadAsync(new RequestFile("a", new Uri(url), 1), 10, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task File_that_says_that_it_is_too_long_is_not_fetched()
    {
        using var files = new DiscordFiles(new DiscordSettings { ApiBaseUrl = "http://127.0.0.1:9/api" });

        Assert.Null(
            await files.ReadAsync(new RequestFile("a", new Uri("http://127.0.0.1:9/a"), 11), 10, TestContext.Current.CancellationToken)
        );
    }

    private static JsonDocument Registered(params ImmutableArray<CommandDefinition> commands) =>
        JsonDocument.Parse(CommandJson.Write(commands));
}
