using AiNewsBot.Configuration;
using Microsoft.Extensions.Configuration;

namespace AiNewsBot.Hosting;

/// <summary>Where the bot listens for health checks and signed interactions.</summary>
internal sealed class HttpSettings : ISettings
{
    public const string Section = "Http";

    /// <summary>Addresses separated by semicolons; empty turns it off.</summary>
    public string Urls { get; set; } = "http://127.0.0.1:8080";

    static string ISettings.Section => Section;

    public void Bind(IConfigurationSection section) => section.Bind(this);

    public IEnumerable<(string Key, string Fault)> Validate()
    {
        foreach (var url in ListenAddress.Split(Urls))
        {
            if (ListenAddress.GetError(url) is { } error)
                yield return (nameof(Urls), error);
        }
    }
}
