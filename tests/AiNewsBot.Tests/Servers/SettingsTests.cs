using AiNewsBot.Tests.Harness;
using DiscordSimulator;

namespace AiNewsBot.Tests.Servers;

/// <summary>What a server sets: by those who manage it, sensible before anyone does, and kept.</summary>
public sealed class SettingsTests(BotFixture bot) : IClassFixture<BotFixture>
{
    private const ulong ManageServer = 1 << 5;
    private static int _guilds;

    private static SimulatedMember Manager() =>
        new() { Guild = $"21000000000000{Interlocked.Increment(ref _guilds):0000}", Permissions = ManageServer };

    [Fact]
    public async Task Unconfigured_server_lets_managers_do_everything_and_everyone_suggest()
    {
        var reply = await bot.Discord.As(Manager()).RunCommandAsync("settings show");

        Assert.True(reply.IsPrivate);
        Assert.Contains("may suggest facts: everybody", reply.Text);
        Assert.Contains("may edit facts: who manages the server", reply.Text);
        Assert.Contains("audit channel: none", reply.Text);
        Assert.Contains("time zone: Etc/UTC", reply.Text);
    }

    [Fact]
    public async Task Audit_channel_of_a_bot_whose_news_are_off_is_said_to_stay_silent()
    {
        const string channel = "200000000000000055";
        var user = bot.Discord.As(
            Manager() with
            {
                Channels = new Dictionary<string, (string, int, ulong)> { [channel] = ("audit", 0, ulong.MaxValue >> 1) },
            }
        );

        var set = await user.RunCommandAsync("settings audit-channel", ("channel", channel));
        var without = await user.RunCommandAsync("settings audit-channel");

        Assert.Contains($"audit channel: <#{channel}>", set.Text);
        Assert.Contains("Nothing is posted to the audit channel now", set.Text);
        Assert.DoesNotContain("Nothing is posted", without.Text);
    }

    [Theory]
    [InlineData("settings show")]
    [InlineData("settings setup")]
    [InlineData("settings roles")]
    [InlineData("settings audit-channel")]
    [InlineData("settings timezone")]
    public async Task Members_without_permission_are_refused_ephemerally(string command)
    {
        var member = Manager() with { Permissions = 0 };

        var reply = await bot.Discord.As(member).RunCommandAsync(command, ("timezone", "Europe/Paris"));

        Assert.True(reply.IsPrivate);
        Assert.Equal("Only those who may manage this server can change the bot's settings.", reply.Text);
    }

    [Fact]
    public async Task Settings_are_refused_in_direct_messages_and_user_installs()
    {
        foreach (var member in new[] { Manager() with { Guild = null }, Manager() with { IsInstalled = false } })
        {
            var reply = await bot.Discord.As(member).RunCommandAsync("settings show");

            Assert.Equal("This works in a server to which the bot was added.", reply.Text);
        }
    }

    [Fact]
    public async Task Roles_form_shows_the_current_roles()
    {
        var user = bot.Discord.As(Manager());
        var form = await user.RunCommandAsync("settings roles");
        Assert.Equal(
            ["Who may suggest facts?", "Who may edit facts?", "Who may review suggestions and lock facts?", "Who may manage news?"],
            form.Fields.Keys
        );

        var saved = await user.SubmitAsync(
            form.FormId!,
            ("suggest", ""),
            ("edit", "220000000000000001 220000000000000002"),
            ("approve", ""),
            ("news", "220000000000000003")
        );

        Assert.Contains("may edit facts: <@&220000000000000001>, <@&220000000000000002>, and who manages the server", saved.Text);
        Assert.Contains("may manage news: <@&220000000000000003>", saved.Text);
        Assert.Equal(saved.Text, (await user.RunCommandAsync("settings show")).Text);
    }

    [Fact]
    public async Task Audit_channel_where_the_bot_may_not_post_is_refused()
    {
        var channels = new Dictionary<string, (string, int, ulong)>
        {
            ["230000000000000001"] = ("log", 0, (1UL << 10) | (1UL << 16)),
            ["230000000000000002"] = ("audit", 0, ulong.MaxValue >> 1),
        };
        var user = bot.Discord.As(Manager() with { Channels = channels });

        var refused = await user.RunCommandAsync("settings audit-channel", ("channel", "230000000000000001"));
        var taken = await user.RunCommandAsync("settings audit-channel", ("channel", "230000000000000002"), ("weekly-summary", true));
        var turnedOff = await user.RunCommandAsync("settings audit-channel");

        Assert.Equal("The bot lacks a permission in log: Send Messages. Nothing was changed.", refused.Text);
        Assert.Contains("audit channel: <#230000000000000002>, with a summary each week", taken.Text);
        Assert.Contains("audit channel: none", turnedOff.Text);
    }

    [Fact]
    public async Task Time_zone_must_be_an_IANA_zone()
    {
        var user = bot.Discord.As(Manager());

        var suggested = await user.AutocompleteAsync("settings timezone", "timezone", "new york");
        var refused = await user.RunCommandAsync("settings timezone", ("timezone", "Mars/Olympus @everyone"));
        var taken = await user.RunCommandAsync("settings timezone", ("timezone", "europe/paris"));

        Assert.Contains(suggested.Choices, choice => choice.Value == "America/New_York");
        Assert.Contains(@"'Mars/Olympus \@everyone' is no time zone that I know", refused.Text);
        Assert.Contains("time zone: Europe/Paris", taken.Text);
    }

    [Fact]
    public async Task Setup_walks_through_roles_channel_and_time_zone()
    {
        var channels = new Dictionary<string, (string, int, ulong)> { ["230000000000000003"] = ("audit", 0, ulong.MaxValue >> 1) };
        var user = bot.Discord.As(Manager() with { Channels = channels });

        var first = await user.RunCommandAsync("settings setup");
        var roles = await user.PressAsync(first.Buttons["Choose roles"]);
        var second = await user.SubmitAsync(roles.FormId!, ("edit", "220000000000000009"));
        var channel = await user.PressAsync(second.Buttons["Choose a channel"]);
        var third = await user.SubmitAsync(channel.FormId!, ("channel", "230000000000000003"), ("summary", "yes"));
        var zone = await user.PressAsync(third.Buttons["Choose a time zone"]);
        var last = await user.SubmitAsync(zone.FormId!, ("zone", "Asia/Tokyo"));

        Assert.Contains("Step 1 of 3", first.Text);
        Assert.Contains("Step 2 of 3", second.Text);
        Assert.Contains("Step 3 of 3", third.Text);
        Assert.Contains("All is set", last.Text);
        Assert.Contains("<@&220000000000000009>", last.Text);
        Assert.Contains("time zone: Asia/Tokyo", last.Text);
    }

    [Fact]
    public async Task Setup_button_pressed_without_the_right_changes_nothing()
    {
        var manager = Manager();
        var first = await bot.Discord.As(manager).RunCommandAsync("settings setup");

        var pressed = await bot.Discord.As(manager with { Permissions = 0 }).PressAsync(first.Buttons["Choose roles"]);

        Assert.Equal("Only those who may manage this server can change the bot's settings.", pressed.Text);
    }
}
