namespace AiNewsBot.Chat;

/// <summary>Reads files that came with commands from where the chat keeps them.</summary>
internal interface IChatFiles
{
    /// <summary>The file's content; null when it cannot be had, is not the chat's or is longer than allowed.</summary>
    Task<byte[]?> ReadAsync(RequestFile file, int longest, CancellationToken cancellationToken);
}
