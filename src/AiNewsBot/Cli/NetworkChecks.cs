using System.Net;
using System.Net.Sockets;
using AiNewsBot.Chat.Discord;
using AiNewsBot.Configuration;
using AiNewsBot.Hosting;
using AiNewsBot.News.Configuration;
using AiNewsBot.Storage.Setup;

namespace AiNewsBot.Cli;

/// <summary>Checks ports, feeds and, where it is asked to, Discord.</summary>
internal static class NetworkChecks
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Whether the bot could listen: on a port that is taken, it is asked whether the bot itself holds it.</summary>
    public static async Task<Finding> PortAsync(HttpSettings settings)
    {
        foreach (var url in ListenAddress.Split(settings.Urls))
        {
            var local = ListenAddress.ToLocal(url);
            if (TakenBy(local) is not { } error)
                continue;
            if (error != SocketError.AddressAlreadyInUse)
                throw new ConfigurationException($"Http:Urls {url} cannot be listened on: {new SocketException((int)error).Message}");
            return await IsBotAsync(local)
                ? Finding.Ok("port", $"{url}: the bot is running there")
                : throw new UnavailableException($"Http:Urls {url}: the port is taken by another program");
        }

        return Finding.Ok(
            "port",
            string.IsNullOrWhiteSpace(settings.Urls)
                ? "Http:Urls is empty, so the health endpoint is off"
                : $"{settings.Urls} can be listened on"
        );
    }

    public static async Task<Finding> FeedsAsync(NewsSettings settings, StorageSettings? storage, TimeProvider time)
    {
        var source =
            !settings.Enabled ? "news is turned off (News:Enabled)"
            : settings.Feeds.Count > 0 ? $"{settings.Feeds.Count} in the configuration"
            : "those that came with the program";
        using var database = storage is null ? null : MaintenanceFactory.OpenMaintenance(storage, time);
        if (database is not { Exists: true } || await database.CheckNewsAsync() is not { Feeds: > 0 } news)
            return Finding.Ok("feeds", $"{source}; none was asked yet");
        var text =
            $"{source}; {news.Feeds} are asked, {news.Faulty} failed last, {news.Off} are off; {news.Pending} posts pending, "
            + $"{news.Held} held, {news.Paused} subscriptions paused";
        return settings.Enabled && news.Faulty == news.Feeds
            ? new Finding("feeds", ExitCode.Fault, $"all feeds failed last: is there a way to the internet? {text}")
            : Finding.Ok("feeds", text);
    }

    /// <summary>Asks Discord whose the token is.</summary>
    public static async Task<Finding> DiscordAsync(DiscordSettings settings, TimeProvider time, CancellationToken cancellationToken) =>
        await TokenCheck.RunAsync(settings, time, cancellationToken) switch
        {
            { Application: { } name } => Finding.Ok("discord", $"takes the token, which is of the application {name}"),
            { IsRefused: true } => new Finding(
                "discord",
                ExitCode.Refused,
                "refuses the token: copy it again from the Bot page of the developer portal"
            ),
            var failed => new Finding("discord", ExitCode.Fault, $"cannot be reached at {settings.ApiBaseUrl}: {failed.Error}"),
        };

    private static SocketError? TakenBy(Uri local)
    {
        var address = IPAddress.TryParse(local.Host.Trim('[', ']'), out var ip) ? ip : IPAddress.Loopback;
        using var listener = new TcpListener(address, local.Port);
        try
        {
            listener.Start();
            return null;
        }
        catch (SocketException exception)
        {
            return exception.SocketErrorCode;
        }
    }

    private static async Task<bool> IsBotAsync(Uri local)
    {
        using var http = new HttpClient { Timeout = Patience };
        try
        {
            using var answer = await http.GetAsync(new Uri(local, "/healthz"));
            return (await answer.Content.ReadAsStringAsync()).Contains("\"snapshotAge\"", StringComparison.Ordinal);
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }
}
