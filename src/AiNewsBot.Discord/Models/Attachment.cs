namespace AiNewsBot.Discord.Models;

/// <summary>A file that goes with a message.</summary>
/// <param name="Name">As attachment://name refers to it.</param>
/// <param name="Content">Its bytes; 10 MiB at most by default.</param>
/// <param name="Description">The text alternative.</param>
public sealed record Attachment(string Name, ReadOnlyMemory<byte> Content, string? Description = null);
