using Microsoft.Extensions.Logging;

namespace AiNewsBot.Tests.Harness;

/// <summary>Something that was logged.</summary>
internal sealed record LogEntry(LogLevel Level, string Category, string Message, Exception? Exception);
