using AiNewsBot.Curation.Jobs;
using AiNewsBot.Tests.Harness;
using AiNewsBot.Tests.News;
using DiscordSimulator;
using DiscordSimulator.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AiNewsBot.Tests.Curation;

/// <summary>Audit channels that want it hear on Monday morning of their own time zone what the week brought; once.</summary>
public sealed class WeeklySummaryTests
{
    private const string Channel = "840000000000000001";
    private static readonly KeyValuePair<string, string?>[] News =
    [
        new("News:Enabled", "true"),
        new("News:WatchedOrganizations", ""),
        new("News:Feeds:0:Url", "http://127.0.0.1:9/none.xml"),
    ];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Weekly_summary_is_posted_on_Monday_at_nine_server_time()
    {
        await using var bot = await StartAsync();
        var user = await SetUpAsync(bot, "Asia/Tokyo");
        await EditAsync(user, "MIT");
        await user.RunCommandAsync("ask", ("question", "is zorblax 5 open source"));
        await NewsRig.UntilAsync(
            async () => (await user.RunCommandAsync("fact unanswered")).Text.Contains("zorblax", StringComparison.Ordinal),
            "the question to be counted"
        );
        var time = new FakeTimeProvider(MondayAfter(DateTimeOffset.UtcNow).AddMinutes(-1));
        var summaries = ActivatorUtilities.CreateInstance<WeeklySummaryJob>(bot.Services, time);

        await summaries.RunAsync(Cancelled);
        Assert.DoesNotContain(bot.Discord.SimulatedChannels.Posted.All, IsSummary);
        time.Advance(TimeSpan.FromMinutes(1));
        var next = bot.Discord.SimulatedChannels.Posted.NextAsync("the summary", IsSummary);
        await summaries.RunAsync(Cancelled);
        var summary = (await next).Body.GetRawText();

        Assert.Contains("1 change of facts by 1 person", summary);
        Assert.Contains("1 question unanswered: is zorblax 5 open source", summary);
        Assert.DoesNotContain("suggestion", summary);
    }

    [Fact]
    public async Task Weekly_summary_is_posted_once_and_covers_a_month_of_downtime()
    {
        await using var bot = await StartAsync();
        var user = await SetUpAsync(bot, "Asia/Tokyo");
        await EditAsync(user, "MIT");
        var time = new FakeTimeProvider(MondayAfter(DateTimeOffset.UtcNow).AddDays(28));
        var (one, other) = (
            ActivatorUtilities.CreateInstance<WeeklySummaryJob>(bot.Services, time),
            ActivatorUtilities.CreateInstance<WeeklySummaryJob>(bot.Services, time)
        );

        var next = bot.Discord.SimulatedChannels.Posted.NextAsync("the summary", IsSummary);
        await Task.WhenAll(Task.Run(() => one.RunAsync(Cancelled), Cancelled), Task.Run(() => other.RunAsync(Cancelled), Cancelled));
        await one.RunAsync(Cancelled);
        await next;

        // What is posted after it comes after anything that would stand twice.
        var line = bot.Discord.SimulatedChannels.Posted.NextAsync(
            "the line of an edit",
            posted => posted.Body.GetRawText().Contains("BSD", StringComparison.Ordinal)
        );
        await EditAsync(user, "BSD-3-Clause");
        await line;
        Assert.Single(
            bot.Discord.SimulatedChannels.MessagesIn(Channel),
            message => message.Text.Contains("The facts of this server since", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Empty_week_and_opted_out_server_get_no_summary()
    {
        await using var bot = await StartAsync();
        var quiet = await SetUpAsync(bot, "Europe/Paris");
        var time = new FakeTimeProvider(MondayAfter(DateTimeOffset.UtcNow).AddDays(7));
        var summaries = ActivatorUtilities.CreateInstance<WeeklySummaryJob>(bot.Services, time);

        await summaries.RunAsync(Cancelled);
        await EditAsync(quiet, "MIT");
        await quiet.RunCommandAsync("settings audit-channel", ("channel", Channel), ("weekly-summary", false));
        time.Advance(TimeSpan.FromDays(7));
        await summaries.RunAsync(Cancelled);

        var line = bot.Discord.SimulatedChannels.Posted.NextAsync(
            "the line of an edit",
            posted => posted.Body.GetRawText().Contains("BSD", StringComparison.Ordinal)
        );
        await EditAsync(quiet, "BSD-3-Clause");
        await line;
        Assert.DoesNotContain(bot.Discord.SimulatedChannels.Posted.All, IsSummary);
    }

    // Nine in the morning in Tokyo is midnight in UTC.
    private static DateTimeOffset MondayAfter(DateTimeOffset now)
    {
        var day = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddDays(1);
        while (day.DayOfWeek != DayOfWeek.Monday)
            day = day.AddDays(1);
        return day;
    }

    private static Task<RunningBot> StartAsync() => RunningBot.StartAsync(settings: News);

    private static bool IsSummary(SimulatedMessage posted) =>
        posted.Channel == Channel && posted.Body.GetRawText().Contains("The facts of this server since", StringComparison.Ordinal);

    private static async Task<SimulatedUser> SetUpAsync(RunningBot bot, string timeZone)
    {
        var manager = Guilds.Manager() with
        {
            Channels = new Dictionary<string, (string, int, ulong)> { [Channel] = ("audit", 0, ulong.MaxValue >> 1) },
        };
        bot.Discord.SimulatedChannels.Add(new SimulatedChannel { Id = Channel, Guild = manager.Guild! });
        var user = bot.Discord.As(manager);
        await user.RunCommandAsync("settings audit-channel", ("channel", Channel), ("weekly-summary", true));
        await user.RunCommandAsync("settings timezone", ("timezone", timeZone));
        return user;
    }

    private static async Task EditAsync(SimulatedUser user, string value)
    {
        var form = await user.RunCommandAsync("fact edit", ("subject", "grok-1"), ("property", "licence"));
        await user.SubmitAsync(
            form.FormId!,
            ("value", value),
            ("since", "2024"),
            ("source", "https://huggingface.co/xai-org/grok-1"),
            ("why", "I read it there")
        );
    }
}
