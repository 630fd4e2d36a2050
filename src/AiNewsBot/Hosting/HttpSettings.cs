using System.ComponentModel.DataAnnotations;
using AiNewsBot.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace AiNewsBot.Hosting;

/// <summary>Where the bot listens for health checks and signed interactions.</summary>
internal sealed partial class HttpSettings : ISettings, IValidatableObject
{
    public const string Section = "Http";

    /// <summary>Addresses separated by semicolons; empty turns it off.</summary>
    public string Urls { get; set; } = "http://127.0.0.1:8080";

    /// <summary>Whether /metrics tells Prometheus how the bot is.</summary>
    public bool Metrics { get; set; }

    static string ISettings.Section => Section;

    static ConfigurationKeyTree ISettings.CreateKeys() => ConfigurationKeyTree.For<HttpSettings>(Section);

    public void Bind(IConfigurationSection section) => section.Bind(this);

    public ValidateOptionsResult Check() => new Validator().Validate(null, this);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var url in ListenAddress.Split(Urls))
        {
            if (ListenAddress.GetError(url) is { } error)
                yield return new ValidationResult(error, [nameof(Urls)]);
        }
    }

    [OptionsValidator]
    private sealed partial class Validator : IValidateOptions<HttpSettings>;
}
