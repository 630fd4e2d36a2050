using System.CommandLine;
using AiNewsBot.Hosting;
using AiNewsBot.Storage.Sqlite;

namespace AiNewsBot.Cli;

/// <summary>db backup, restore, check.</summary>
internal static class DbVerb
{
    public static Command Create(CliContext context) =>
        new("db", "Back up, restore and check the database") { Backup(context), Restore(context), Check(context) };

    private static Command Backup(CliContext context)
    {
        var file = new Argument<string>("file") { Description = "Output file; must not already exist" };
        var verb = new Command("backup", "Write a backup; the bot may be running") { file };
        verb.SetAction(parsed =>
        {
            var path = Path.GetFullPath(parsed.GetValue(file)!);
            context.BackupsOf(context.OpenFile()).WriteTo(path);
            context.Out.WriteLine($"Wrote {path}.");
            return ExitCode.Done;
        });
        return verb;
    }

    private static Command Restore(CliContext context)
    {
        var file = new Argument<string>("file") { Description = "A backup" };
        var verb = new Command("restore", "Check a backup and put it in the database's place; what it replaces is kept. Stop the bot first")
        {
            file,
        };
        verb.SetAction(parsed =>
        {
            var database = context.OpenFile();
            var replaced = new Restorer(database, context.BackupsOf(database)).Restore(Path.GetFullPath(parsed.GetValue(file)!));
            context.Out.WriteLine(
                replaced is null ? $"Restored to {database.File}." : $"Restored to {database.File}; what it replaced is kept in {replaced}."
            );
            return ExitCode.Done;
        });
        return verb;
    }

    private static Command Check(CliContext context)
    {
        var verb = new Command("check", "Check the database: integrity, schema version, pending news");
        verb.SetAction(_ =>
        {
            var database = context.OpenFile();
            var check = DatabaseCheck.Run(database);
            if (check.Fault is not null)
            {
                context.Out.WriteLine($"{database.File}: Integrity: damaged: {check.Fault}");
                context.Error.WriteLine(DamageText.Create(database, check.Fault, context.BackupsOf(database)));
                return ExitCode.Usage;
            }

            context.Out.WriteLine(
                $"{database.File}: schema {check.SchemaVersion} of {Migrator.NewestVersion}, {check.Subjects} subjects, "
                    + $"{check.Statements} statements, {check.PendingOutbox} posts pending."
            );
            if (NewsCheck.Run(database) is { } news)
                context.Out.WriteLine(
                    $"News: {news.Feeds} feeds, {news.Faulty} of them failed last; {news.Held} posts held, {news.Paused} "
                        + $"subscriptions paused."
                );
            context.Out.WriteLine("Integrity: sound.");
            return ExitCode.Done;
        });
        return verb;
    }
}
