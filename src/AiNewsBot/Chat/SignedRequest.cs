namespace AiNewsBot.Chat;

/// <summary>A request that came by HTTP and says that it is the chat's.</summary>
/// <param name="Signature">Its signature, as written in its header.</param>
/// <param name="Timestamp">When it was signed, as written in its header.</param>
/// <param name="Body">Its raw body.</param>
internal sealed record SignedRequest(string? Signature, string? Timestamp, byte[] Body);
