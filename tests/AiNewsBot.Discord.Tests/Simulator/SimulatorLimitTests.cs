using System.Net;
using System.Text;
using AiNewsBot.Discord.Rest;
using DiscordSimulator;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiNewsBot.Discord.Tests.Simulator;

/// <summary>The fake Discord refuses what the real one refuses: without these tests the others would prove little.</summary>
public sealed class SimulatorLimitTests
{
    private const string Card = """{"flags":32768,"allowed_mentions":{"parse":[]},"components":[{"type":10,"content":"x"}]}""";

    [Theory]
    [InlineData("""{"type":4,"data":{"flags":32768,"components":[{"type":10,"content":"x"}]}}""", "could ping")]
    [InlineData(
        """{"type":4,"data":{"flags":32768,"allowed_mentions":{"parse":["everyone"]},"components":[{"type":10,"content":"x"}]}}""",
        "could ping"
    )]
    [InlineData("""{"type":4,"data":{"flags":0,"allowed_mentions":{"parse":[]},"components":[]}}""", "flag")]
    [InlineData("""{"type":4,"data":{"flags":32768,"allowed_mentions":{"parse":[]},"content":"x","components":[]}}""", "content or embeds")]
    [InlineData("""{"type":4,"data":{"flags":32768,"allowed_mentions":{"parse":[]},"components":[]}}""", "without components")]
    [InlineData(
        """{"type":4,"data":{"flags":32768,"allowed_mentions":{"parse":[]},"components":[{"type":10,"content":"LONG"}]}}""",
        "4001 characters"
    )]
    [InlineData(
        """
            {"type":4,"data":{"flags":32768,"allowed_mentions":{"parse":[]},"components":[{"type":1,"components":[{"type":2,"style":2,
            "label":"a","custom_id":"x"},{"type":2,"style":2,"label":"b","custom_id":"x"}]}]}}
            """,
        "two buttons"
    )]
    [InlineData(
        """
            {"type":9,"data":{"custom_id":"f","title":"F","components":[{"type":1,"components":[{"type":4,"custom_id":"x","style":1,
            "label":"X"}]}]}}
            """,
        "deprecated"
    )]
    [InlineData("""{"type":8,"data":{"choices":[]}}""", "type 8 to an interaction of type 2")]
    public async Task Wrong_answer_is_a_violation(string body, string says)
    {
        await using var discord = await FakeDiscord.StartAsync();

        using var answer = await AnswerAsync(
            discord,
            discord.Begin(2),
            body.Replace("LONG", new string('x', 4001), StringComparison.Ordinal)
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(says, Assert.Single(discord.Violations.All));
        Assert.Throws<InvalidOperationException>(discord.Violations.AssertNone);
    }

    [Theory]
    [InlineData("\"flagz\":0,", "flagz: is no field")]
    [InlineData("\"tts\":\"yes\",", "is string")]
    public async Task Body_that_fails_the_published_schema_is_a_violation(string field, string says)
    {
        await using var discord = await FakeDiscord.StartAsync(
            new FakeDiscordOptions { OpenApi = SharedFiles.Need("discord/openapi.json") }
        );

        using var answer = await AnswerAsync(
            discord,
            discord.Begin(2),
            $$"""{"type":4,"data":{{Card.Replace("{\"flags\"", $"{{{field}\"flags\"", StringComparison.Ordinal)}}}"""
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(says, Assert.Single(discord.Violations.All));
    }

    [Theory]
    [InlineData("chart.png", "chart.png", "files[0]", "PNG", null)]
    [InlineData("chart.png", "chart.png", "files[0]", "text", "no PNG")]
    [InlineData("chart.png", "other.png", "files[0]", "PNG", "not attached")]
    [InlineData("chart.png", "chart.png", "files[1]", "PNG", "no attachment announces")]
    [InlineData("chart.png", null, "files[0]", "PNG", "nothing shows")]
    [InlineData("chart.png", "chart.png", null, "", "without its file")]
    public async Task Files_are_announced_shown_and_present(string name, string? shown, string? field, string content, string? says)
    {
        await using var discord = await FakeDiscord.StartAsync();
        var gallery = shown is null ? "" : $$$""",{"type":12,"items":[{"media":{"url":"attachment://{{{shown}}}"},"description":"x"}]}""";
        using var form = new MultipartFormDataContent();
        form.Add(
            new StringContent(
                $$$"""
                {"type":4,"data":{"flags":32768,"allowed_mentions":{"parse":[]},"attachments":[{"id":"0","filename":"{{{name}}}"}],
                "components":[{"type":10,"content":"x"}{{{gallery}}}]}}
                """
            ),
            "payload_json"
        );
        if (field is not null)
            form.Add(
                new ByteArrayContent(content == "PNG" ? [0x89, .. "PNG\r\n\u001a\n"u8] : Encoding.UTF8.GetBytes(content)),
                field,
                name
            );

        using var answer = await AnswerAsync(discord, discord.Begin(2), form);

        Assert.Equal(says is null ? HttpStatusCode.NoContent : HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(says is null, discord.Violations.All.Count == 0);
        if (says is not null)
            Assert.Contains(says, discord.Violations.All[0]);
    }

    [Fact]
    public async Task More_than_25_choices_are_a_violation()
    {
        await using var discord = await FakeDiscord.StartAsync();
        var choices = string.Join(',', Enumerable.Range(0, 26).Select(number => $$"""{"name":"{{number}}","value":"{{number}}"}"""));

        using var answer = await AnswerAsync(discord, discord.Begin(4), $$$"""{"type":8,"data":{"choices":[{{{choices}}}]}}""");

        Assert.Contains("26 choices", Assert.Single(discord.Violations.All));
    }

    [Fact]
    public async Task Second_first_answer_is_a_violation()
    {
        await using var discord = await FakeDiscord.StartAsync();
        var interaction = discord.Begin(2);

        using var first = await AnswerAsync(discord, interaction, $$"""{"type":4,"data":{{Card}}}""");
        using var second = await AnswerAsync(discord, interaction, $$"""{"type":4,"data":{{Card}}}""");

        Assert.Equal(HttpStatusCode.NoContent, first.StatusCode);
        Assert.Contains("40060", await second.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Interaction_expires_after_three_seconds()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        await using var discord = await FakeDiscord.StartAsync(new FakeDiscordOptions { Time = time });
        var interaction = discord.Begin(2);

        time.Advance(TimeSpan.FromSeconds(3.1));
        using var answer = await AnswerAsync(discord, interaction, $$"""{"type":4,"data":{{Card}}}""");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Unknown_route_is_a_violation()
    {
        await using var discord = await FakeDiscord.StartAsync();
        using var rest = new DiscordRest(
            new DiscordOptions { Token = discord.Token, ApiBaseUrl = new Uri(discord.ApiBaseUrl) },
            TimeProvider.System,
            NullLogger<DiscordRest>.Instance
        );

        await Assert.ThrowsAsync<DiscordException>(() =>
            rest.SendAsync(
                new RestRequest(new Route(HttpMethod.Get, "guilds/1/secrets", "guilds/{id}/secrets", "1")),
                TestContext.Current.CancellationToken
            )
        );

        Assert.Contains("no route", Assert.Single(discord.Violations.All));
    }

    private static async Task<HttpResponseMessage> AnswerAsync(FakeDiscord discord, (string Id, string Token) interaction, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await AnswerAsync(discord, interaction, content);
    }

    private static async Task<HttpResponseMessage> AnswerAsync(
        FakeDiscord discord,
        (string Id, string Token) interaction,
        HttpContent content
    )
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "DiscordBot (https://example.org, 1)");
        return await http.PostAsync(
            new Uri($"{discord.ApiBaseUrl}/interactions/{interaction.Id}/{interaction.Token}/callback"),
            content,
            TestContext.Current.CancellationToken
        );
    }
}
