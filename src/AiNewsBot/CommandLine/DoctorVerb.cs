using System.CommandLine;
using AiNewsBot.Configuration;
using AiNewsBot.Storage;
using Microsoft.Extensions.Options;

namespace AiNewsBot.CommandLine;

/// <summary>doctor: what stands between this installation and a running bot, a line each.</summary>
internal static class DoctorVerb
{
    public static Command Create(Context context)
    {
        var verb = new Command("doctor", "Check configuration, token, database, data folder and feeds");
        verb.SetAction(_ =>
        {
            var checks = Checks(context).ToArray();
            foreach (var check in checks)
                context.Out.WriteLine($"{(check.Code == ExitCode.Done ? "ok   " : "FAULT")}  {check.Name,-14}{check.Text}");
            return checks.Max(check => check.Code);
        });
        return verb;
    }

    private static IEnumerable<Finding> Checks(Context context)
    {
        yield return Try("configuration", ExitCode.Usage, () =>
        {
            _ = (context.Storage, context.Facts, Settings.Read<HttpSettings>(context.Configuration), Settings.Read<DiscordSettings>(context.Configuration));
            _ = Settings.Read<NewsSettings>(context.Configuration);
            return "every value is of its kind";
        });
        yield return Token(context);
        yield return Try("database", ExitCode.Fault, () => DatabaseText(context));
        yield return Try("data folder", ExitCode.Fault, () => FolderText(context));
        yield return Try("feeds", ExitCode.Fault, () => FeedsText(context));
    }

    private static Finding Token(Context context)
    {
        var token = context.Configuration[$"{DiscordSettings.Section}:{nameof(DiscordSettings.Token)}"];
        return string.IsNullOrEmpty(token) ? new Finding("token", ExitCode.Usage, "none: set Discord__Token (asking in the terminal works without)")
            : DiscordSettings.FaultOf(token) is { } fault ? new Finding("token", ExitCode.Usage, $"Discord:Token {fault}")
            : new Finding("token", ExitCode.Done, "has the form of one");
    }

    private static string DatabaseText(Context context)
    {
        var database = context.OpenDatabase();
        if (!database.Exists)
            return $"none yet at {database.File}: it is made at the first start";
        var check = DatabaseCheck.Of(database);
        return check.Fault is null
            ? $"{database.File}: schema {check.SchemaVersion} of {Migrator.NewestVersion}, {check.Statements} statements, sound"
            : throw new StorageException($"{database.File} is damaged: {check.Fault}");
    }

    private static string FeedsText(Context context)
    {
        var settings = Settings.Read<NewsSettings>(context.Configuration);
        var source = !settings.Enabled ? "news is turned off (News:Enabled)"
            : settings.Feeds.Count > 0 ? $"{settings.Feeds.Count} in the configuration"
            : "those that came with the program";
        var database = context.OpenDatabase();
        return database.Exists && NewsCheck.Of(database) is { Feeds: > 0 } news
            ? $"{source}; {news.Feeds} are asked, {news.Faulty} failed last, {news.Off} are off; {news.Pending} posts pending, {news.Held} held, {news.Paused} subscriptions paused"
            : $"{source}; none was asked yet";
    }

    // What the bot will do there is tried there: permissions alone do not tell of a full or read-only disk.
    private static string FolderText(Context context)
    {
        var folder = Path.GetDirectoryName(context.OpenDatabase().File)!;
        try
        {
            var existed = Directory.Exists(folder);
            Directory.CreateDirectory(folder);
            var trial = Path.Combine(folder, $".doctor-{Environment.ProcessId}");
            File.WriteAllText(trial, "");
            File.Delete(trial);
            if (!existed)
                Directory.Delete(folder);
            return $"{folder} can be written";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"{folder} cannot be written: {exception.Message}", exception);
        }
    }

    private static Finding Try(string name, int code, Func<string> look)
    {
        try
        {
            return new Finding(name, ExitCode.Done, look());
        }
        catch (OptionsValidationException exception)
        {
            return new Finding(name, code, string.Join("; ", exception.Failures));
        }
        catch (Exception exception) when (exception is StorageException or InvalidOperationException or InvalidDataException)
        {
            return new Finding(name, code, exception.Message);
        }
    }

    private sealed record Finding(string Name, int Code, string Text);
}
