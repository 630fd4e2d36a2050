using AiNewsBot.Feeds.Tests.Fetching;
using AiNewsBot.Tests.Harness;
using Dapper;
using DiscordSimulator;
using DiscordSimulator.Interactions;
using DiscordSimulator.Rest;

namespace AiNewsBot.Tests.News.Commands;

/// <summary>Pictures that moderators add to their own news in its form.</summary>
public sealed class PostPictureTests
{
    private const string File = "270000000000000001";

    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1];

    [Fact]
    public async Task Picture_is_seen_in_the_preview_and_goes_with_the_post()
    {
        await using var rig = await StartAsync();

        var (user, preview) = await WriteAsync(rig, "chart.png", Png);
        Assert.Equal(
            ("picture.png", "The picture of “Chart of the week”"),
            Assert.Single(preview.Pictures.Select(one => (one.Name, one.Description)))
        );
        var file = Assert.Single(await PostAsync(rig, user, preview));

        Assert.Equal("picture.png", file.Name);
        Assert.Equal(Png, file.Content);
        Assert.Empty(rig.Discord.Violations.All);
    }

    [Fact]
    public async Task Post_without_a_picture_has_none()
    {
        await using var rig = await StartAsync();
        var user = rig.Discord.As(Member());
        var form = await user.RunCommandAsync("news post", ("channel", NewsRig.Channel));

        var preview = await user.SubmitAsync(form.FormId!, ("title", "Words alone"));

        Assert.Empty(preview.Pictures);
        Assert.Empty(await PostAsync(rig, user, preview));
    }

    [Fact]
    public async Task Discarded_post_leaves_no_picture()
    {
        await using var rig = await StartAsync();
        var (user, preview) = await WriteAsync(rig, "chart.png", Png);
        Assert.Equal(1, await KeptAsync(rig));

        await user.PressAsync(preview.Buttons["Discard"]);

        Assert.Equal(0, await KeptAsync(rig));
    }

    [Theory]
    [InlineData("notes.png", 7, "The file is no picture that Discord shows")]
    [InlineData("large.png", 5_000_000, "The picture has more than 4 MB")]
    public async Task File_that_is_no_picture_or_too_large_is_refused(string name, int length, string fault)
    {
        await using var rig = await StartAsync();

        var (_, refused) = await WriteAsync(rig, name, new byte[length]);

        Assert.Contains(fault, refused.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing was posted.", refused.Text, StringComparison.Ordinal);
        Assert.Equal(0, await KeptAsync(rig));
    }

    private static async Task<(SimulatedUser User, SimulatedReply Reply)> WriteAsync(NewsRig rig, string name, byte[] content)
    {
        Assert.SkipUnless(ChatClient.IsLean, "Discord.Net has no files in forms");
        var user = rig.Discord.As(
            Member() with
            {
                Files = new Dictionary<string, (string, string, long)>
                {
                    [File] = (name, rig.Discord.AddFile(name, content), content.Length),
                },
            }
        );
        var form = await user.RunCommandAsync("news post", ("channel", NewsRig.Channel));
        return (user, await user.SubmitAsync(form.FormId!, ("title", "Chart of the week"), (form.Fields["Picture"], File)));
    }

    private static Task<long> KeptAsync(NewsRig rig) =>
        rig.Database.ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM post_pictures"));

    // The files that the post goes with.
    private static async Task<IReadOnlyList<SentFile>> PostAsync(NewsRig rig, SimulatedUser user, SimulatedReply preview)
    {
        var posted = rig.Discord.Rest.Requests.NextAsync(
            "the post",
            one => one.Method == "POST" && one.Path.EndsWith("/messages", StringComparison.Ordinal)
        );
        await user.PressAsync(preview.Buttons["Post it"]);
        return (await posted).Files;
    }

    private static SimulatedMember Member() =>
        new() { Channels = new Dictionary<string, (string, int, ulong)> { [NewsRig.Channel] = ("news", 0, ulong.MaxValue >> 1) } };

    private static async Task<NewsRig> StartAsync()
    {
        var server = await FeedServer.StartAsync();
        return await NewsRig.StartAsync(server, [TestFeed.On(server, "/feed").Add("Old story")], settings: (NewsRig.NoFollow, ""));
    }
}
