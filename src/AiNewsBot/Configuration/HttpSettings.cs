using Microsoft.Extensions.Configuration;

namespace AiNewsBot.Configuration;

/// <summary>Where the bot listens for health checks and signed interactions.</summary>
public sealed class HttpSettings : ISettings
{
    public const string Section = "Http";

    /// <summary>Addresses separated by semicolons; empty turns it off.</summary>
    public string Urls { get; set; } = "http://127.0.0.1:8080";

    static string ISettings.Section => Section;

    public void Bind(IConfigurationSection section) => section.Bind(this);

    public IEnumerable<(string Key, string Fault)> Faults()
    {
        foreach (var url in Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            // Kestrel's wildcard hosts are no URLs in the eyes of Uri.
            var readable = url.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal);
            if (!Uri.TryCreate(readable, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttp)
                yield return (nameof(Urls), $"'{url}' is no address to listen on: write http://127.0.0.1:8080, or nothing to turn it off");
        }
    }
}
