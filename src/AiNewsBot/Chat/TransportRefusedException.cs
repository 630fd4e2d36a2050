namespace AiNewsBot.Chat;

/// <summary>The chat refuses this bot for good; trying again would not help. The message says why and what to do.</summary>
internal sealed class TransportRefusedException(string message, Exception? inner = null) : Exception(message, inner);
