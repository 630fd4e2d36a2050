using System.Collections.Immutable;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Posting;
using AiNewsBot.News.Commands.Following;
using AiNewsBot.News.Commands.Posting;
using AiNewsBot.News.Commands.Selection;
using AiNewsBot.News.Feeds;

namespace AiNewsBot.Tests.News.Commands;

/// <summary>What forms, options and buttons of news bring back: it comes from outside, and may be anything.</summary>
public sealed class NewsFormTests
{
    [Theory]
    [InlineData("~12|1", 12L, true)]
    [InlineData("~12|0", 12L, false)]
    [InlineData("12:post", 12L, true)]
    [InlineData("12:drop", 12L, false)]
    [InlineData("~12", null, false)]
    [InlineData("~12|1|2", null, false)]
    [InlineData("~-12|1", null, false)]
    [InlineData("~99999999999999999999|1", null, false)]
    [InlineData("~ 12|1", null, false)]
    [InlineData("", null, false)]
    public void Button_of_a_held_batch_is_read_in_both_forms_or_not_at_all(string argument, long? batch, bool posts) =>
        Assert.Equal(batch is { } id ? new HeldBatchButton(id, posts) : null, HeldBatchButton.Parse(argument));

    [Theory]
    [InlineData("~12|1", 12L, true)]
    [InlineData("~12|0", 12L, false)]
    [InlineData("12:sent", 12L, true)]
    [InlineData("12:again", 12L, false)]
    [InlineData("~x|1", null, false)]
    [InlineData("12", null, false)]
    public void Button_of_a_held_post_is_read_in_both_forms_or_not_at_all(string argument, long? row, bool wasPosted) =>
        Assert.Equal(row is { } id ? new HeldPostButton(id, wasPosted) : null, HeldPostButton.Parse(argument));

    [Theory]
    [InlineData("~10|1795950000", "10", 1_795_950_000L)]
    [InlineData("10:0", "10", 0L)]
    [InlineData("~10|soon", null, 0L)]
    [InlineData("~10", null, 0L)]
    [InlineData("~1|0|2", null, 0L)]
    public void Form_of_a_post_is_read_in_both_forms_or_not_at_all(string argument, string? channel, long due) =>
        Assert.Equal(channel is null ? null : new PostForm(channel, due), PostForm.Parse(argument));

    [Fact]
    public void Ids_of_buttons_are_read_as_they_are_written()
    {
        var (batch, post, form) = (new HeldBatchButton(7, Posts: true), new HeldPostButton(8, WasPosted: false), new PostForm("10", 9));

        Assert.Equal(batch, HeldBatchButton.Parse(ButtonId.Parse(batch.Id).Argument));
        Assert.Equal(post, HeldPostButton.Parse(ButtonId.Parse(post.Id).Argument));
        Assert.Equal(form, PostForm.Parse(ButtonId.Parse(form.Id).Argument));
    }

    [Theory]
    [InlineData("https://lab.example.org/a", "https://lab.example.org/a")]
    [InlineData("lab.example.org/a b", null)]
    [InlineData("lab.example.org/ä", "https://lab.example.org/%C3%A4")]
    [InlineData("LAB.example.org", "https://lab.example.org/")]
    public void Link_of_a_post_may_leave_out_its_scheme(string written, string? link) =>
        Assert.Equal(link, PostFields.Read(Form(("title", "Title"), ("link", written))).Link);

    [Theory]
    [InlineData("word", "'word' is no web address.")]
    [InlineData("http://localhost/a", "Others cannot read localhost")]
    [InlineData("http://192.168.0.1/a", "Others cannot read 192.168.0.1")]
    [InlineData("ftp://lab.example.org/a", "is no web address that begins with https:// or http://")]
    [InlineData("https://user:secret@lab.example.org/", "is no web address that begins with https:// or http://")]
    public void Link_that_others_cannot_open_is_refused_with_the_reason(string written, string fault)
    {
        var (_, link, told) = PostFields.Read(Form(("title", "Title"), ("link", written)));

        Assert.Null(link);
        Assert.Contains(fault, told, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was posted.", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void Post_without_a_title_is_refused(string title) =>
        Assert.Equal("News has a title. Nothing was posted.", PostFields.Read(Form(("title", title), ("link", "nonsense"))).Fault);

    [Fact]
    public void Link_that_is_too_long_is_refused_with_the_limit() =>
        Assert.Contains(
            "longer than 400 characters",
            PostFields.Read(Form(("title", "Title"), ("link", "https://lab.example.org/" + new string('a', 400)))).Fault,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("2", "Lab")]
    [InlineData("lab", "Lab")]
    [InlineData(" LAB ", "Lab")]
    [InlineData("https://lab.example/feed", "Lab")]
    [InlineData("https://moved.example/feed", "Paper")]
    [InlineData("https://unknown.example/feed", null)]
    [InlineData("nobody", null)]
    [InlineData("", null)]
    public void Feed_is_found_by_id_name_or_address(string text, string? name) => Assert.Equal(name, FeedNames.Find(Feeds, text)?.Name);

    [Theory]
    [InlineData("", "Paper|Lab|plain.example")]
    [InlineData("LAB", "Lab")]
    [InlineData("paper.example", "Paper")]
    [InlineData("zebra", "")]
    public void Feeds_are_suggested_by_name_or_address(string typed, string names) =>
        Assert.Equal(names, string.Join('|', FeedNames.Complete(Feeds, typed).Select(choice => choice.Name)));

    // Discord takes 25 suggestions of 100 characters.
    [Fact]
    public void Suggestions_keep_within_what_discord_takes()
    {
        var many = Enumerable
            .Range(1, 40)
            .Select(id => new FeedRecord
            {
                Id = id,
                Url = "https://lab.example/feed",
                Title = new string('t', 101),
            })
            .ToArray();

        var choices = FeedNames.Complete(many, "");

        Assert.Equal(25, choices.Length);
        Assert.All(choices, choice => Assert.Equal(new string('t', 99) + "…", choice.Name));
        Assert.Equal("?", FeedNames.Short(""));
    }

    [Theory]
    [InlineData(false, null, null)]
    [InlineData(false, "releases", null)]
    [InlineData(false, "77", null)]
    [InlineData(true, "Releases", null)]
    [InlineData(true, null, RefusalCode.TagMissing)]
    [InlineData(false, "Gossip", RefusalCode.TagUnknown)]
    public void Tag_of_a_forum_is_one_of_its_own(bool requires, string? tag, object? code) =>
        Assert.Equal(code, ForumTags.GetRefusal(Forum(requires) with { Tags = [new("Releases", "77"), new("Papers", "78")] }, tag)?.Code);

    [Fact]
    public void Forum_that_wants_a_tag_and_has_none_says_what_to_do() =>
        Assert.EndsWith(
            "It has none yet: make one in the forum's settings first.",
            RefusalText.Reason(ForumTags.GetRefusal(Forum(requires: true), null)!)
        );

    [Theory]
    [InlineData(null, RefusalCode.ChannelMissing)]
    [InlineData("other", RefusalCode.ChannelNoPosts)]
    [InlineData("locked", RefusalCode.ChannelLocked)]
    [InlineData("forbidden", RefusalCode.ChannelNotPostable)]
    [InlineData("good", null)]
    [InlineData("forged", RefusalCode.ChannelMissing)]
    public void Channel_that_takes_no_posts_is_refused_before_anything_is_written(string? option, object? code)
    {
        var request = Command(option is null ? [] : [("channel", option)]) with
        {
            Channels = new ChatChannel[]
            {
                new("other", "voice", ChatChannelKind.Other, []),
                new("locked", "thread", ChatChannelKind.Thread, []) { IsLocked = true },
                new("forbidden", "staff", ChatChannelKind.Text, ["Send Messages"]),
                new("good", "news", ChatChannelKind.Text, []),
            }.ToImmutableDictionary(channel => channel.Id),
        };

        Assert.Equal(code, PostingChannels.GetError(request, "channel")?.Code);
    }

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    [InlineData(false, false, false)]
    public void Role_is_pinged_where_it_or_the_channel_allows_it(bool mentionsAny, bool isMentionable, bool may)
    {
        var request = Command(("mention", "77")) with
        {
            Roles = ImmutableDictionary<string, ChatRole>.Empty.Add("77", new("77", "News", isMentionable)),
        };
        var channel = new ChatChannel("10", "news", ChatChannelKind.Text, []) { MentionsAnyRole = mentionsAny };

        Assert.Equal(may, FollowWarnings.MayMention(request, channel));
        Assert.Equal(may ? 0 : 1, FollowWarnings.Create(request, channel, isInstant: true).Count());
    }

    [Theory]
    [InlineData("instant", true, "`at`, `weekday`, `timezone`: left out, since posts that come at once have no hour.")]
    [InlineData("daily", false, "`weekday`: left out, since a daily digest comes on each day.")]
    [InlineData("weekly", false, null)]
    public void Options_that_mean_nothing_are_named(string when, bool isInstant, string? warning)
    {
        var request = Command(("when", when), ("at", "9:00"), ("weekday", "friday"), ("timezone", "Europe/Paris"));

        Assert.Equal(warning, FollowWarnings.Create(request, new("10", "news", ChatChannelKind.Text, []), isInstant).SingleOrDefault());
    }

    [Fact]
    public void Archived_thread_is_said_to_be_opened_by_the_first_post() =>
        Assert.Equal(
            ["<#10> is archived: the first post opens it again."],
            FollowWarnings.Create(Command(), new("10", "news", ChatChannelKind.Thread, []) { IsArchived = true }, isInstant: true)
        );

    private static FeedRecord[] Feeds { get; } =
    [
        new()
        {
            Id = 1,
            Url = "https://paper.example/feed",
            Title = "Paper",
            MovedTo = "https://moved.example/feed",
        },
        new()
        {
            Id = 2,
            Url = "https://lab.example/feed",
            Title = "Lab",
        },
        new() { Id = 3, Url = "https://plain.example/feed" },
    ];

    private static ChannelInfo Forum(bool requires) => new("10", ChatChannelKind.Forum, "news", "1", null) { RequiresTag = requires };

    private static Request Form(params (string, string)[] fields) =>
        new()
        {
            Kind = RequestKind.Form,
            Name = "news-post",
            Fields = fields.ToImmutableDictionary(field => field.Item1, field => field.Item2),
        };

    private static Request Command(params (string, string)[] options) =>
        new()
        {
            Kind = RequestKind.Command,
            Name = "news follow",
            Options = options.ToImmutableDictionary(option => option.Item1, option => option.Item2),
        };
}
