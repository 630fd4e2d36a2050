using AiNewsBot.Tests.Harness;
using DiscordSimulator;
using DiscordSimulator.Channels;
using DiscordSimulator.Interactions;

namespace AiNewsBot.Tests.News.Commands;

/// <summary>What moderators wrote for later is seen, changed and cancelled; and following says what it will not do.</summary>
public sealed class ScheduledPostTests(NewsBotFixture bot) : IClassFixture<NewsBotFixture>
{
    private const ulong All = ulong.MaxValue >> 1;
    private const ulong NoMention = 1 << 10 | 1 << 11 | 1 << 16 | 1UL << 38;
    private const string Thread = "200000000000000023";
    private const string Role = "250000000000000009";
    private static long _next = 260_000_000_000_000_000;

    // Of the member that was made last.
    private string _text = "";

    [Fact]
    public async Task A_scheduled_post_is_listed_edited_and_cancelled()
    {
        var user = bot.Discord.As(Member());
        await ScheduleAsync(user, "Big news");

        var listed = await user.RunCommandAsync("news list");
        var one = await user.PressAsync(listed.Buttons["Edit or cancel posts"]);
        var form = await user.PressAsync(one.Buttons["Edit"]);
        var changed = await user.SubmitAsync(
            form.FormId!,
            ("title", "Bigger news"),
            ("text", "Even better"),
            ("link", "https://example.org/a"),
            ("at", "3h")
        );
        var cancelled = await user.PressAsync(changed.Buttons["Cancel it"]);

        Assert.Contains("Big news", listed.Text);
        Assert.Equal("Big news", form.Written["title"]);
        Assert.Contains("Bigger news", changed.Text);
        Assert.Contains("Changed.", changed.Text);
        Assert.Contains("Cancelled: it is not posted.", cancelled.Text);
        Assert.DoesNotContain("Scheduled posts", (await user.RunCommandAsync("news list")).Text);
        Assert.Contains("posted or cancelled already", (await user.PressAsync(one.Buttons["Cancel it"])).Text);
    }

    [Fact]
    public async Task Another_server_neither_sees_nor_cancels_what_is_scheduled()
    {
        var user = bot.Discord.As(Member());
        await ScheduleAsync(user, "Our secret");
        var one = await user.PressAsync((await user.RunCommandAsync("news list")).Buttons["Edit or cancel posts"]);
        var other = bot.Discord.As(Member());

        Assert.DoesNotContain("Our secret", (await other.RunCommandAsync("news list")).Text);
        Assert.Contains("posted or cancelled already", (await other.PressAsync(one.Buttons["Cancel it"])).Text);
        Assert.Contains("Our secret", (await user.RunCommandAsync("news list")).Text);
    }

    [Theory]
    [InlineData("notaurl", "is no web address")]
    [InlineData("http://10.0.0.1/", "Others cannot read 10.0.0.1")]
    [InlineData("https://wiki.internal/x", "Others cannot read wiki.internal")]
    [InlineData("ftp://example.org/", "is no web address")]
    public async Task A_link_that_others_cannot_read_is_refused(string link, string says)
    {
        var user = bot.Discord.As(Member());
        var form = await user.RunCommandAsync("news post", ("channel", _text));

        var refused = await user.SubmitAsync(form.FormId!, ("title", "News"), ("link", link));

        Assert.Contains(says, refused.Text.Replace("\\", "", StringComparison.Ordinal));
        Assert.Contains("Nothing was posted.", refused.Text);
    }

    [Fact]
    public async Task Following_says_that_a_role_is_not_pinged_that_may_not_be_mentioned()
    {
        var user = bot.Discord.As(Member(NoMention));

        var followed = await user.RunCommandAsync("news follow", ("channel", _text), ("when", "instant"), ("mention", Role));

        Assert.Contains($"It pings no role: <@&{Role}>", followed.Text);
        Assert.DoesNotContain("pings <@&", followed.Text);
        Assert.Contains(
            "pings <@&",
            (await bot.Discord.As(Member()).RunCommandAsync("news follow", ("channel", _text), ("when", "instant"), ("mention", Role))).Text
        );
    }

    [Theory]
    [InlineData(true, "is locked, and takes no posts")]
    [InlineData(false, "is archived: the first post opens it again")]
    public async Task Following_in_a_thread_says_that_it_is_locked_or_archived(bool isLocked, string says)
    {
        var user = bot.Discord.As(Member(NoMention) with { ArchivedThreads = new Dictionary<string, bool> { [Thread] = isLocked } });

        var reply = await user.RunCommandAsync("news follow", ("channel", Thread), ("when", "instant"));

        Assert.Contains(says, reply.Text);
        Assert.Equal(isLocked, (await user.RunCommandAsync("news list")).Text.Contains("Nothing yet", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Following_at_once_says_that_an_hour_is_left_out()
    {
        var reply = await bot.Discord.As(Member()).RunCommandAsync("news follow", ("channel", _text), ("when", "instant"), ("at", "09:00"));

        Assert.Contains("`at`: left out", reply.Text);
    }

    [Fact]
    public async Task Subscriptions_are_listed_with_the_name_of_their_channel_before_the_first_post()
    {
        var user = bot.Discord.As(Member());
        await user.RunCommandAsync("news follow", ("channel", _text), ("when", "daily"));

        Assert.Contains("#news", Assert.Single((await user.AutocompleteAsync("news unfollow", "subscription", "")).Choices).Key);
    }

    [Fact]
    public async Task Listed_subscription_is_previewed_paused_resumed_and_unfollowed()
    {
        var user = bot.Discord.As(Member());
        await user.RunCommandAsync("news follow", ("channel", _text), ("when", "instant"));

        var listed = await user.RunCommandAsync("news list");
        var one = await user.ChooseAsync(listed.MenuId!, Assert.Single(listed.Options).Value);
        var preview = await user.PressAsync(one.Buttons["Preview"]);
        var paused = await user.PressAsync(one.Buttons["Pause"]);
        var again = await user.RunCommandAsync("news list");
        var resumed = await user.PressAsync(paused.Buttons["Resume"]);
        var other = await bot.Discord.As(Member()).PressAsync(one.Buttons["Unfollow"]);
        var ended = await user.PressAsync(resumed.Buttons["Unfollow"]);

        Assert.Contains("#news", Assert.Single(listed.Options).Key);
        Assert.Contains("Nothing that came in so far", preview.Text);
        Assert.Contains("a moderator paused it", paused.Text);
        Assert.Contains("a moderator paused it", again.Text);
        Assert.DoesNotContain("paused", resumed.Text);
        Assert.Contains("There is no such subscription here", other.Text);
        Assert.Contains("Ended: all news", ended.Text);
        Assert.Contains("Nothing yet", (await user.RunCommandAsync("news list")).Text);
    }

    private async Task<SimulatedReply> ScheduleAsync(SimulatedUser user, string title)
    {
        var form = await user.RunCommandAsync("news post", ("channel", _text), ("at", "2h"));
        var preview = await user.SubmitAsync(form.FormId!, ("title", title), ("text", "Some text"), ("link", "example.org/x"));
        return await user.PressAsync(preview.Buttons["Schedule it"]);
    }

    // They manage a server that no other test knows, with a channel of its own.
    private SimulatedMember Member(ulong permissions = All)
    {
        var guild = NextId();
        _text = NextId();
        bot.Discord.SimulatedChannels.Add(new SimulatedChannel { Id = _text, Guild = guild });
        return new()
        {
            Guild = guild,
            Channels = new Dictionary<string, (string, int, ulong)>
            {
                [_text] = ("news", 0, permissions),
                [Thread] = ("talk", 11, permissions),
            },
            NamedRoles = new Dictionary<string, (string, bool)> { [Role] = ("readers", false) },
        };
    }

    private static string NextId() => Interlocked.Increment(ref _next).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
