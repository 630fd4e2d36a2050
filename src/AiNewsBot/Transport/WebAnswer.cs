using System.Net;

namespace AiNewsBot.Transport;

/// <summary>What is answered to a signed request.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Json">The body.</param>
public sealed record WebAnswer(HttpStatusCode Status, ReadOnlyMemory<byte> Json);
