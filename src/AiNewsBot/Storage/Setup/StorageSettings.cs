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

    public string BackupFolder { get; set; } = "data/backups";

    public int BackupsKept { get; set; } = 7;

    static string ISettings.Section => Section;

    public void Bind(IConfigurationSection section) => section.Bind(this);

    public IEnumerable<(string Key, string Fault)> Validate()
    {
        if (ConnectionText.GetError(ConnectionString) is { } error)
            yield return (nameof(ConnectionString), error);
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
        ConnectionText.FileOf(ConnectionString) is { } file
        && Path.TrimEndingDirectorySeparator(Path.GetFullPath(BackupFolder)) == Path.GetDirectoryName(file);
}
