namespace AiNewsBot.Storage;

/// <summary>Makes the database ready at the start.</summary>
internal interface IDatabasePreparer
{
    /// <summary>Brings it to this program's schema, and tries whether it can be written.</summary>
    /// <exception cref="StorageException">It cannot be used; what was there is as it was.</exception>
    Task PrepareAsync(CancellationToken cancellationToken);
}
