namespace AiNewsBot.CommandLine;

/// <summary>Something that was asked for in a way that cannot be met; the message says how to ask.</summary>
public sealed class UsageException(string message) : Exception(message);
