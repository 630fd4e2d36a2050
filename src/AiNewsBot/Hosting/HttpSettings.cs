using System.ComponentModel.DataAnnotations;
using AiNewsBot.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace AiNewsBot.Hosting;

/// <summary>Where the bot listens for health checks and signed interactions, and where it tells its metrics.</summary>
internal sealed partial class HttpSettings : ISettings, IValidatableObject
{
    public const string Section = "Http";

    /// <summary>Addresses separated by semicolons; empty turns it off.</summary>
    public string Urls { get; set; } = "http://127.0.0.1:8080";

    /// <summary>Whether /metrics tells Prometheus how the bot is.</summary>
    public bool Metrics { get; set; }

    /// <summary>A collector of OpenTelemetry that takes metrics by OTLP over HTTP; empty turns it off.</summary>
    public string OtlpEndpoint { get; set; } = "";

    /// <summary>Headers that the collector asks for, as key=value separated by commas. They may be secrets, and are never logged.</summary>
    public string OtlpHeaders { get; set; } = "";

    /// <summary>How often metrics are sent to the collector.</summary>
    public TimeSpan OtlpInterval { get; set; } = TimeSpan.FromMinutes(1);

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

        if (OtlpEndpoint.Length > 0 && !IsWebAddress(OtlpEndpoint))
            yield return new ValidationResult("must be an address that begins with http:// or https://", [nameof(OtlpEndpoint)]);
        if (OtlpHeaders.Length > 0 && !OtlpHeaders.Split(',').All(header => header.IndexOf('=', StringComparison.Ordinal) > 0))
            yield return new ValidationResult("must be key=value, several separated by commas", [nameof(OtlpHeaders)]);
        if (OtlpInterval < TimeSpan.FromSeconds(1) || OtlpInterval > TimeSpan.FromDays(1))
            yield return new ValidationResult("must be from 00:00:01 to 1.00:00:00", [nameof(OtlpInterval)]);
    }

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    [OptionsValidator]
    private sealed partial class Validator : IValidateOptions<HttpSettings>;
}
