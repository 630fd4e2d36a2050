using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using AiNewsBot.Tests.Curation;
using AiNewsBot.Tests.Harness;
using DiscordSimulator;
using DiscordSimulator.Interactions;
using DiscordSimulator.Rendering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AiNewsBot.Tests.Deployment;

/// <summary>
/// The documentation's pictures of cards show what the bot shows. Each is a conversation with the bot, as a page that Chromium photographs;
/// the list of digests says which page each picture was made from.
/// </summary>
public sealed partial class ChatPictureTests(ChatPictureTests.DatedBot bot) : IClassFixture<ChatPictureTests.DatedBot>
{
    private const string Source = "https://huggingface.co/xai-org/grok-1/blob/main/LICENSE";
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "docs", "pictures");

    [Fact]
    public Task Answer_picture_is_current() =>
        IsCurrentAsync("answer", async page => page.Add("/ask question: is llama 4 open source", await AskAsync("is llama 4 open source")));

    [Fact]
    public Task Model_picture_is_current() =>
        IsCurrentAsync("model", async page => page.Add("/model name: Olmo 2", await Member.RunCommandAsync("model", ("name", "olmo 2"))));

    [Fact]
    public Task Claims_picture_is_current() =>
        IsCurrentAsync(
            "claims",
            async page =>
            {
                const string message = "Mistral 7B is Apache, and DeepSeek-R1 is open source";
                page.Add(
                    $"Check openness claims on the message “{message}”",
                    await Member.RunMessageCommandAsync("Check openness claims", message)
                );
            }
        );

    [Fact]
    public Task Edit_picture_is_current() =>
        IsCurrentAsync(
            "edit",
            async page =>
            {
                var user = bot.Discord.As(Guilds.Manager());
                var form = await user.RunCommandAsync("fact edit", ("subject", "grok-1"), ("property", "licence"));
                page.Add("/fact edit subject: Grok-1 property: licence", form);
                page.Add("Submit", await user.SubmitAsync(form.FormId!, Fields("MIT")));
            }
        );

    [Fact]
    public Task Review_picture_is_current() =>
        IsCurrentAsync(
            "review",
            async page =>
            {
                var manager = Guilds.Manager();
                var member = bot.Discord.As(Guilds.Beside(manager));
                var form = await member.RunCommandAsync("suggest", ("subject", "grok-1"), ("property", "licence"));
                await member.SubmitAsync(form.FormId!, Fields("MIT"));
                var reviewer = bot.Discord.As(manager);
                var review = await reviewer.RunCommandAsync("fact review");
                page.Add("/fact review", review);
                page.Add("Approve", await reviewer.PressAsync(review.Buttons["Approve"]));
                page.Add(
                    "/fact history subject: Grok-1 property: licence",
                    await reviewer.RunCommandAsync("fact history", ("subject", "grok-1"), ("property", "licence"))
                );
            }
        );

    [Fact]
    public Task Setup_picture_is_current() =>
        IsCurrentAsync(
            "setup",
            async page => page.Add("/settings setup", await bot.Discord.As(Guilds.Manager()).RunCommandAsync("settings setup"))
        );

    [Fact]
    public Task News_picture_is_current() =>
        IsCurrentAsync(
            "news",
            async page =>
            {
                foreach (var post in await new PicturedNews(bot.Discord, bot.Services).PostAsync())
                    page.Add(post);
            }
        );

    private SimulatedUser Member => bot.Discord.As(Guilds.Beside(Guilds.Manager()));

    private Task<SimulatedReply> AskAsync(string question) => Member.RunCommandAsync("ask", ("question", question));

    private static (string, string)[] Fields(string value) =>
        [("value", value), ("since", "2024-03-17"), ("until", ""), ("source", Source), ("why", "The licence file says so")];

    // DRAW=1 with Chromium installed takes them again.
    private static async Task IsCurrentAsync(string name, Func<ChatPage, Task> talk)
    {
        var page = new ChatPage();
        await talk(page);

        // Numbers of revisions are no part of what is shown.
        var html = Number().Replace(page.ToString(), "1042");
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(html)));
        var list = Path.Combine(Folder, name + ".sha256");
        if (Environment.GetEnvironmentVariable("DRAW") == "1")
        {
            await PhotographAsync(html, Path.Combine(Folder, name + ".png"));
            await File.WriteAllTextAsync(list, digest + "\n", TestContext.Current.CancellationToken);
        }

        Assert.True(File.Exists(Path.Combine(Folder, name + ".png")));
        Assert.Equal((await File.ReadAllTextAsync(list, TestContext.Current.CancellationToken)).Trim(), digest);
    }

    private static async Task PhotographAsync(string html, string picture)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["page.html"], html, TestContext.Current.CancellationToken);
        var height = await MeasureAsync(folder);
        await ChromiumAsync(
            folder,
            $"--window-size=760,{height}",
            "--force-device-scale-factor=1.5",
            "--hide-scrollbars",
            $"--screenshot={picture}",
            new Uri(folder["page.html"]).AbsoluteUri
        );
    }

    // The page tells its height in its title, which the dump holds.
    private static async Task<int> MeasureAsync(TemporaryFolder folder)
    {
        var measuring = (await File.ReadAllTextAsync(folder["page.html"], TestContext.Current.CancellationToken)).Replace(
            "</body>",
            "<script>document.title='height '+document.documentElement.getBoundingClientRect().height</script></body>",
            StringComparison.Ordinal
        );
        await File.WriteAllTextAsync(folder["measure.html"], measuring, TestContext.Current.CancellationToken);
        var dump = await ChromiumAsync(folder, "--window-size=760,400", "--dump-dom", new Uri(folder["measure.html"]).AbsoluteUri);
        return (int)Math.Ceiling(double.Parse(Height().Match(dump).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));
    }

    private static async Task<string> ChromiumAsync(TemporaryFolder folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(
            "chromium",
            [
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                $"--user-data-dir={folder["profile"]}",
                .. arguments,
            ]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var chromium = Process.Start(start)!;
        var errors = chromium.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await chromium.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await chromium.WaitForExitAsync(TestContext.Current.CancellationToken);
        return chromium.ExitCode == 0 ? output : throw new InvalidOperationException(await errors);
    }

    [GeneratedRegex(@"(?<=Revision |<b>)\d{3,}")]
    private static partial Regex Number();

    [GeneratedRegex(@"height ([0-9.]+)")]
    private static partial Regex Height();

    /// <summary>A bot for which it is always the day of the pictures: facts grow old, and cards say so.</summary>
    public sealed class DatedBot : IAsyncLifetime
    {
        private RunningBot? _bot;

        public FakeDiscord Discord => _bot!.Discord;

        internal IServiceProvider Services => _bot!.Services;

        public async ValueTask InitializeAsync() =>
            _bot = await RunningBot.StartAsync(change: services =>
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new PictureDay()))
            );

        public ValueTask DisposeAsync() => _bot?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    // Timers run as ever.
    private sealed class PictureDay : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 29, 10, 0, 0, TimeSpan.Zero);
    }
}
