using System.CommandLine;
using AiNewsBot.Configuration;
using AiNewsBot.Hosting;

namespace AiNewsBot.Cli;

/// <summary>health: asks a running bot on this machine how it is, for container images that have no other web client.</summary>
internal static class HealthVerb
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(4);

    public static Command Create(CliContext context)
    {
        var verb = new Command("health", "Ask a running bot on this machine how it is");
        verb.SetAction(
            async (_, cancellationToken) =>
            {
                var urls = SettingsBinder.Read<HttpSettings>(context.Configuration).Urls;
                if (ListenAddress.Split(urls) is not [var url, ..])
                    throw new UsageException("Http:Urls is empty, so the health endpoint is off.");
                using var http = new HttpClient { Timeout = Timeout };
                try
                {
                    using var answer = await http.GetAsync(new Uri(ListenAddress.ToLocal(url), "/healthz"), cancellationToken);
                    await context.Out.WriteLineAsync(await answer.Content.ReadAsStringAsync(cancellationToken));
                    return answer.IsSuccessStatusCode ? ExitCode.Done : ExitCode.Fault;
                }
                catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
                {
                    await context.Error.WriteLineAsync($"No bot answers at {url}: {exception.Message}");
                    return ExitCode.Fault;
                }
            }
        );
        return verb;
    }
}
