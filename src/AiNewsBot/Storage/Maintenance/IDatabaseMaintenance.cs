using AiNewsBot.Storage.Sqlite;

namespace AiNewsBot.Storage.Maintenance;

/// <summary>What the one who runs the bot does with its database.</summary>
internal interface IDatabaseMaintenance : IDisposable
{
    /// <summary>Where it is, for messages.</summary>
    string Location { get; }

    /// <summary>Whether there is one yet.</summary>
    bool Exists { get; }

    /// <summary>The schema version of this program.</summary>
    int NewestVersion { get; }

    /// <summary>Brings it to this program's schema.</summary>
    /// <exception cref="StorageException">It is newer, or cannot be used.</exception>
    Task MigrateAsync();

    /// <summary>Looks.</summary>
    /// <exception cref="StorageException">It is missing, another program's or of a newer version.</exception>
    Task<DatabaseCheck> CheckAsync();

    /// <summary>Looks at the news; null where there are none yet.</summary>
    Task<NewsCheck?> CheckNewsAsync();

    /// <summary>Tries whether it can be written, by writing to it.</summary>
    /// <exception cref="StorageException">It cannot.</exception>
    Task RequireWritableAsync();

    /// <summary>What a pooler of connections in front of the database makes impossible; null where all is possible.</summary>
    Task<string?> FindPoolerErrorAsync();

    /// <summary>Writes a backup to a path that does not exist yet, in a folder that exists; the bot may be running.</summary>
    /// <exception cref="StorageException">The file exists, or the place cannot be written.</exception>
    Task BackUpAsync(string file);

    /// <summary>Checks the backup, keeps the current database in a backup of its own, and replaces it.</summary>
    /// <returns>The path of what was replaced; null when there was nothing.</returns>
    /// <exception cref="StorageException">The file is no backup, is damaged or newer than this program, or the database is in use. Nothing
    /// was changed.</exception>
    Task<string?> RestoreAsync(string file);

    /// <summary>The newest backup that can be restored; null without one.</summary>
    string? FindSoundBackup();
}
