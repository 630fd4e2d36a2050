namespace AiNewsBot.Hosting;

/// <summary>Something outside the bot is not there now, and another start may find it; the message says what, in one line.</summary>
internal sealed class UnavailableException(string message, Exception? inner = null) : Exception(message, inner);
