namespace AiNewsBot.Storage;

/// <summary>Tells apart why the operating system refused a file.</summary>
internal static class FileErrors
{
    private const int NoSpaceOnUnix = 28;
    private const int QuotaOnUnix = 122;
    private const int NoSpaceOnWindows = unchecked((int)0x80070070);

    public static bool IsFull(Exception exception) =>
        exception is IOException { HResult: NoSpaceOnUnix or QuotaOnUnix or NoSpaceOnWindows };

    /// <summary>A folder or file of the bot's that cannot be used.</summary>
    public static StorageException Create(string what, Exception exception) =>
        IsFull(exception)
            ? new StorageException($"{what}: the disk is full.", exception) { Fault = StorageError.DiskFull }
            : new StorageException($"{what}: {exception.Message}", exception) { Fault = StorageError.Unusable };
}
