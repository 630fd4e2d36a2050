namespace AiNewsBot.Storage;

/// <summary>Tries whether the database can be written, by writing to it.</summary>
internal interface IWriteProbe
{
    /// <summary>Writes; what is wrong where that cannot be done, null where it can or may soon.</summary>
    Task<string?> GetErrorAsync();

    /// <summary>Writes, and waits for a while where another process migrates or seeds the same database.</summary>
    /// <exception cref="StorageException">It cannot be written.</exception>
    Task RequireAsync();
}
