using System.Net;

namespace AiNewsBot.Chat;

/// <summary>What is answered to a signed request.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Json">The body.</param>
internal sealed record SignedResponse(HttpStatusCode Status, ReadOnlyMemory<byte> Json);
