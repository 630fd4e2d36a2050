namespace AiNewsBot.Configuration;

/// <summary>The bot is set up in a way that no other start mends; the message names what to change, in one line.</summary>
internal sealed class ConfigurationException(string message, Exception? inner = null) : Exception(message, inner);
