using System.Globalization;
using System.Text;
using AiNewsBot.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NSec.Cryptography;

namespace AiNewsBot.Tests.Harness;

/// <summary>Interactions as Discord sends them by HTTP, with its signature.</summary>
internal static class SignedInteractions
{
    private static readonly Key Key = Key.Create(SignatureAlgorithm.Ed25519);
    private static readonly HttpClient Http = new();

    /// <summary>What a bot knows Discord by.</summary>
    public static string PublicKey { get; } = Convert.ToHexStringLower(Key.PublicKey.Export(KeyBlobFormat.RawPublicKey));

    /// <summary>Where a bot listens.</summary>
    public static string AddressOf(RunningBot bot) =>
        bot.Services.GetServices<IHostedService>().OfType<HttpServer>().Single().Addresses.Single();

    /// <summary>Sends one to a bot.</summary>
    /// <param name="signature">In place of the right one.</param>
    public static async Task<HttpResponseMessage> SendAsync(string address, string body, string? signature = null)
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
        return await Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
