namespace AiNewsBot.Chat;

/// <summary>A file that came with a command.</summary>
/// <param name="Name">Its name, as the sender wrote it.</param>
/// <param name="Url">Where the chat keeps it.</param>
/// <param name="Size">Bytes, as the chat says.</param>
internal sealed record RequestFile(string Name, Uri Url, long Size);
