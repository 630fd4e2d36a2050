namespace AiNewsBot.Storage;

/// <summary>The folder of backups.</summary>
internal interface IBackups
{
    /// <summary>Writes one, and drops the oldest of its kind beyond those that are kept.</summary>
    /// <returns>Its path.</returns>
    /// <exception cref="StorageException">It cannot be written; nothing of it is left, and no other backup was dropped.</exception>
    Task<string> WriteAsync(string why);

    /// <summary>When the newest daily backup was written; null without one.</summary>
    DateTimeOffset? Newest();
}
