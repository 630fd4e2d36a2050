using AiNewsBot.Configuration;
using AiNewsBot.Storage.Sqlite;
using Microsoft.Extensions.Configuration;

namespace AiNewsBot.Storage.Setup;

/// <summary>Where the database and its backups lie.</summary>
internal sealed class StorageSettings : ISettings
{
    public const string Section = "Storage";
    private const int MaxBackups = 1000;

    public string ConnectionString { get; set; } = "Data Source=data/ainewsbot.db";

    /// <summary>Past a pooler of connections such as pgbouncer; null where there is none.</summary>
    public string? DirectConnectionString
    {
        get;
        set => field = string.IsNullOrWhiteSpace(value) ? null : value;
    }

    public string BackupFolder { get; set; } = "data/backups";

    public int BackupsKept { get; set; } = 7;

    /// <summary>Whether the database is PostgreSQL.</summary>
    internal bool IsPostgres => DatabaseKind.IsPostgres(ConnectionString);

    static string ISettings.Section => Section;

    public void Bind(IConfigurationSection section) => section.Bind(this);

    public IEnumerable<(string Key, string Fault)> Validate()
    {
        if (DatabaseKind.GetError(ConnectionString) is { } error)
            yield return (nameof(ConnectionString), error);
        if (DirectConnectionString is { } direct)
        {
            if (!IsPostgres)
                yield return (nameof(DirectConnectionString), "is for PostgreSQL behind a pooler: leave it out");
            else if (!DatabaseKind.IsPostgres(direct) || DatabaseKind.GetError(direct) is not null)
                yield return (nameof(DirectConnectionString), DatabaseKind.GetError(direct) ?? "names no server of PostgreSQL");
        }

        if (string.IsNullOrWhiteSpace(BackupFolder))
            yield return (nameof(BackupFolder), "names the folder that takes the backups");
        else if (IsShared())
            yield return (
                nameof(BackupFolder),
                $"is the folder of the database, {Path.GetFullPath(BackupFolder)}: name one that holds backups alone, such as "
                    + $"{Path.Combine(BackupFolder, "backups")}"
            );
        if (BackupsKept is < 1 or > MaxBackups)
            yield return (nameof(BackupsKept), "is a number from 1 to 1000");
    }

    // Old backups are deleted there: nothing else may lie among them.
    private bool IsShared() =>
        !IsPostgres
        && ConnectionText.FileOf(ConnectionString) is { } file
        && Path.TrimEndingDirectorySeparator(Path.GetFullPath(BackupFolder)) == Path.GetDirectoryName(file);
}
