namespace AiNewsBot.Hosting;

/// <summary>Something that was asked for in a way that cannot be met; the message says how to ask.</summary>
internal sealed class UsageException(string message) : Exception(message);
