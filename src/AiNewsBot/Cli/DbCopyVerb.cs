using System.CommandLine;
using AiNewsBot.Hosting;
using AiNewsBot.Storage.Setup;
using AiNewsBot.Storage.Sqlite;

namespace AiNewsBot.Cli;

/// <summary>db copy: from SQLite to the configured PostgreSQL, and back.</summary>
internal static class DbCopyVerb
{
    public static Command Create(CliContext context)
    {
        var from = new Option<string?>("--from") { Description = "A SQLite file, whose rows go into an empty PostgreSQL database" };
        var to = new Option<string?>("--to") { Description = "A SQLite file that does not exist yet, which takes the rows of PostgreSQL" };
        var verb = new Command(
            "copy",
            "Copy between a SQLite file and the PostgreSQL database of Storage:ConnectionString, and compare the two row by row. Stop the "
                + "bot first"
        )
        {
            from,
            to,
        };
        verb.SetAction(
            async (parsed, _) =>
            {
                var (source, target) = (parsed.GetValue(from), parsed.GetValue(to));
                if (source is null == target is null)
                    throw new UsageException("Say either --from FILE or --to FILE.");
                if (!context.Storage.IsPostgres)
                    throw new UsageException("db copy needs a Storage:ConnectionString that names PostgreSQL, such as Host=….");
                var copier = MaintenanceFactory.OpenCopier(context.Storage);
                var file = new DatabaseFile($"Data Source={Path.GetFullPath((source ?? target)!)}");
                var rows = source is null ? await copier.ToSqliteAsync(file) : await copier.ToPostgresAsync(file, replaces: false);
                await context.Out.WriteLineAsync($"Copied {rows} rows, and found each of them the same in both databases.");
                return ExitCode.Done;
            }
        );
        return verb;
    }
}
