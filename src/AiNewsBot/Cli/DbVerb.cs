using System.CommandLine;
using AiNewsBot.Hosting;

namespace AiNewsBot.Cli;

/// <summary>db backup, restore, check, copy.</summary>
internal static class DbVerb
{
    public static Command Create(CliContext context) =>
        new("db", "Back up, restore, check and copy the database")
        {
            Backup(context),
            Restore(context),
            Check(context),
            DbCopyVerb.Create(context),
        };

    private static Command Backup(CliContext context)
    {
        var file = new Argument<string>("file") { Description = "Output file; must not already exist" };
        var verb = new Command("backup", "Write a backup; the bot may be running") { file };
        verb.SetAction(
            async (parsed, _) =>
            {
                var path = Path.GetFullPath(parsed.GetValue(file)!);
                using var database = context.OpenMaintenance();
                await database.BackUpAsync(path);
                await context.Out.WriteLineAsync($"Wrote {path}.");
                return ExitCode.Done;
            }
        );
        return verb;
    }

    private static Command Restore(CliContext context)
    {
        var file = new Argument<string>("file") { Description = "A backup" };
        var verb = new Command("restore", "Check a backup and put it in the database's place; what it replaces is kept. Stop the bot first")
        {
            file,
        };
        verb.SetAction(
            async (parsed, _) =>
            {
                using var database = context.OpenMaintenance();
                var replaced = await database.RestoreAsync(Path.GetFullPath(parsed.GetValue(file)!));
                await context.Out.WriteLineAsync(
                    replaced is null
                        ? $"Restored to {database.Location}."
                        : $"Restored to {database.Location}; what it replaced is kept in {replaced}."
                );
                return ExitCode.Done;
            }
        );
        return verb;
    }

    private static Command Check(CliContext context)
    {
        var verb = new Command("check", "Check the database: integrity, schema version, pending news");
        verb.SetAction(
            async (_, _) =>
            {
                using var database = context.OpenMaintenance();
                var check = await database.CheckAsync();
                if (check.Fault is not null)
                {
                    await context.Out.WriteLineAsync($"{database.Location}: Integrity: damaged: {check.Fault}");
                    await context.Error.WriteLineAsync(DamageText.Create(database, check.Fault));
                    return ExitCode.Usage;
                }

                await context.Out.WriteLineAsync(
                    $"{database.Location}: schema {check.SchemaVersion} of {database.NewestVersion}, {check.Subjects} subjects, "
                        + $"{check.Statements} statements, {check.PendingOutbox} posts pending."
                );
                if (await database.CheckNewsAsync() is { } news)
                    await context.Out.WriteLineAsync(
                        $"News: {news.Feeds} feeds, {news.Faulty} of them failed last; {news.Held} posts held, {news.Paused} "
                            + $"subscriptions paused."
                    );
                await context.Out.WriteLineAsync("Integrity: sound.");
                return ExitCode.Done;
            }
        );
        return verb;
    }
}
