using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using AiNewsBot.Hosting;
using AiNewsBot.Hosting.Prometheus;
using AiNewsBot.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AiNewsBot.Tests.Hosting;

/// <summary>/metrics of a running bot, and what the dashboard and the alerts make of it.</summary>
public sealed partial class MetricsTests
{
    [Fact]
    public async Task Prometheus_reads_how_the_bot_is()
    {
        await using var bot = await RunningBot.StartAsync(settings: new KeyValuePair<string, string?>("Http:Metrics", "true"));
        await bot.Discord.RunCommandAsync("ask", ("question", "is grok-1 open source"));

        var text = await ReadAsync(bot, "/metrics");

        Assert.Matches("""ainewsbot_questions_total\{aspect="openness",status="answered"\} [1-9]""", text);
        Assert.Matches("""ainewsbot_request_duration_seconds_count\{kind="command",name="ask",outcome="answered"\} [1-9]""", text);
        Assert.Matches(
            """discord_interaction_callback_duration_seconds_count\{kind="command",command="ask",outcome="answered"\} [1-9]""",
            text
        );
        Assert.Matches(
            "discord_rest_request_duration_seconds_count"
                + """\{http_request_method="GET",url_template="applications/@me",http_response_status_code="200"\} [1-9]""",
            text
        );
        Assert.Contains("ainewsbot_shard_ready{shard=\"0\"} 1\n", text);
        Assert.Matches("ainewsbot_facts_statements [1-9][0-9]{3}", text);
        Assert.Contains("ainewsbot_posts_pending 0\n", text);
        Assert.Contains("dotnet_process_cpu_time_seconds_total", text);
        Assert.DoesNotContain("grok", text);
        Assert.DoesNotContain(bot.Discord.Token, text);
    }

    [Fact]
    public async Task Request_that_failed_has_its_status_as_the_type_of_its_error()
    {
        await using var bot = (
            await RunningBot.StartAsync(
                prepare: discord => discord.Rest.FailNext("GET", "applications/@me", 503),
                settings: new KeyValuePair<string, string?>("Http:Metrics", "true")
            )
        ).Expects("applications/@me returned 503; retrying");

        var text = await ReadAsync(bot, "/metrics");

        Assert.Matches("""url_template="applications/@me",http_response_status_code="503",error_type="503"\} [1-9]""", text);
    }

    [Fact]
    public async Task Metrics_are_off_unless_they_are_set()
    {
        await using var bot = await RunningBot.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(bot, "/metrics")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(bot, "/healthz/live")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(bot, "/healthz/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(bot, "/healthz/other")).StatusCode);
    }

    [Fact]
    public async Task Every_series_of_the_dashboard_and_the_alerts_is_there()
    {
        await using var bot = await RunningBot.StartAsync(settings: new KeyValuePair<string, string?>("Http:Metrics", "true"));
        await bot.Discord.RunCommandAsync("ask", ("question", "is grok-1 open source"));
        var text = await ReadAsync(bot, "/metrics");
        var known = Declared().Matches(text).Select(match => match.Groups[1].Value).ToHashSet();

        // They are declared once they were counted.
        known.UnionWith(["discord_rest_rate_limited_total", "discord_gateway_disconnects_total"]);

        string[] used = [.. Series().Matches(Dashboard() + Alerts()).Select(match => match.Value).Distinct()];
        Assert.True(used.Length > 20, "too few series were found");
        Assert.DoesNotContain(used, name => !known.Contains(name) && !known.Contains(Suffix().Replace(name, "")));
    }

    private static string Alerts() =>
        string.Concat(
            File.ReadAllLines(Path.Combine(RepositoryRoot.Path, "deploy", "prometheus", "alerts.yml"))
                .Where(line => line.Contains("expr:", StringComparison.Ordinal))
        );

    private static string Dashboard()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "deploy", "grafana", "ainewsbot.json")));
        return string.Join(
            '\n',
            json.RootElement.GetProperty("panels")
                .EnumerateArray()
                .SelectMany(panel => panel.GetProperty("targets").EnumerateArray())
                .Select(target => target.GetProperty("expr").GetString())
        );
    }

    private static async Task<string> ReadAsync(RunningBot bot, string path)
    {
        using var answer = await GetAsync(bot, path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(PrometheusText.ContentType, answer.Content.Headers.ContentType?.ToString());
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<HttpResponseMessage> GetAsync(RunningBot bot, string path)
    {
        using var http = new HttpClient();
        var server = bot.Services.GetServices<IHostedService>().OfType<HttpServer>().Single();
        return await http.GetAsync(new Uri(server.Addresses.Single() + path), TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("^# TYPE (\\S+)", RegexOptions.Multiline)]
    private static partial Regex Declared();

    [GeneratedRegex(@"\b(ainewsbot|discord|dotnet)_[a-z_]+")]
    private static partial Regex Series();

    [GeneratedRegex("_(bucket|count|sum)$")]
    private static partial Regex Suffix();
}
