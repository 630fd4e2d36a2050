namespace AiNewsBot.Transport;

/// <summary>The chat refuses this bot for good; trying again would not help. The message says why and what to do.</summary>
public sealed class TransportRefusedException(string message, Exception? inner = null) : Exception(message, inner);
