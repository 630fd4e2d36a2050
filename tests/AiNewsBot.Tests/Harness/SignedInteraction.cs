using System.Globalization;
using System.Text;
using NSec.Cryptography;

namespace AiNewsBot.Tests.Harness;

/// <summary>Interactions that come by HTTP, signed as Discord signs them.</summary>
internal static class SignedInteraction
{
    private static readonly Key Key = Key.Create(SignatureAlgorithm.Ed25519);
    private static readonly HttpClient Http = new();

    /// <summary>By which a bot knows them.</summary>
    public static string PublicKey { get; } = Convert.ToHexStringLower(Key.PublicKey.Export(KeyBlobFormat.RawPublicKey));

    /// <param name="address">Where the bot listens.</param>
    /// <param name="signature">In place of the right one.</param>
    public static async Task<HttpResponseMessage> SendAsync(
        string address,
        string body,
        string? signature = null,
        CancellationToken cancellationToken = default
    )
    {
        var timestamp = DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{address}/interactions")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("X-Signature-Timestamp", timestamp);
        request.Headers.Add(
            "X-Signature-Ed25519",
            signature ?? Convert.ToHexStringLower(SignatureAlgorithm.Ed25519.Sign(Key, Encoding.UTF8.GetBytes(timestamp + body)))
        );
        return await Http.SendAsync(request, cancellationToken);
    }
}
