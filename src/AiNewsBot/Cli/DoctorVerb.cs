using System.CommandLine;
using AiNewsBot.Chat.Discord;
using AiNewsBot.Hosting;
using AiNewsBot.News.Configuration;
using AiNewsBot.Storage.Setup;

namespace AiNewsBot.Cli;

/// <summary>doctor: checks what the bot needs to run, a line each.</summary>
internal static class DoctorVerb
{
    public static Command Create(CliContext context)
    {
        var online = new Option<bool>("--online") { Description = "Also ask Discord whether it takes the token" };
        var verb = new Command("doctor", "Check the configuration, token, database and feeds, and say what to fix") { online };
        verb.SetAction(
            async (parsed, cancellationToken) =>
            {
                var code = ExitCode.Done;
                await foreach (var finding in ChecksAsync(context, parsed.GetValue(online), cancellationToken))
                {
                    await context.Out.WriteLineAsync(
                        $"{(finding.Code == ExitCode.Done ? "ok   " : "FAULT")}  {finding.Name, -14}{finding.Text}"
                    );
                    code = Math.Max(code, finding.Code);
                }

                return code;
            }
        );
        return verb;
    }

    // A value that is wrong is told once: what depends on it is not checked.
    private static async IAsyncEnumerable<Finding> ChecksAsync(
        CliContext context,
        bool isOnline,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        foreach (var finding in ConfigurationChecks.Keys(context))
            yield return finding;
        yield return ConfigurationChecks.Libraries();
        var http = ConfigurationChecks.Read<HttpSettings>(context);
        if (ConfigurationChecks.Read<DiscordSettings>(context) is { } discord)
        {
            yield return ConfigurationChecks.Token(discord);
            yield return ConfigurationChecks.Interactions(discord, http);
            if (isOnline && !string.IsNullOrEmpty(discord.Token))
                yield return await Finding.TryAsync("discord", () => NetworkChecks.DiscordAsync(discord, context.Time, cancellationToken));
        }

        if (http is not null)
            yield return await Finding.TryAsync("port", () => NetworkChecks.PortAsync(http));
        var storage = ConfigurationChecks.Read<StorageSettings>(context);
        if (storage is not null)
        {
            if (StorageChecks.FindDataFolder(storage) is { } data)
                yield return await Finding.TryAsync("data folder", () => Task.FromResult(StorageChecks.Folder("data folder", data)));
            yield return await Finding.TryAsync("database", () => StorageChecks.DatabaseAsync(storage, context.Time));
            yield return await Finding.TryAsync(
                "backups",
                () => Task.FromResult(StorageChecks.Folder("backups", Path.GetFullPath(storage.BackupFolder)))
            );
        }

        if (ConfigurationChecks.Read<NewsSettings>(context) is { } news)
            yield return await Finding.TryAsync("feeds", () => NetworkChecks.FeedsAsync(news, storage, context.Time));
    }
}
