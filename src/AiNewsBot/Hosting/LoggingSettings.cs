using System.ComponentModel.DataAnnotations;
using AiNewsBot.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AiNewsBot.Hosting;

/// <summary>How the bot logs.</summary>
internal sealed partial class LoggingSettings : ISettings, IValidatableObject
{
    public const string Section = "Logging";
    private const string Text = "text";
    private const string Json = "json";

    private readonly List<(string Key, string? Value)> _levels = [];

    /// <summary>text or json; empty for json in a container and text elsewhere.</summary>
    public string Format { get; set; } = "";

    static string ISettings.Section => Section;

    static ConfigurationKeyTree ISettings.CreateKeys() =>
        ConfigurationKeyTree.For<LoggingSettings>(Section, ConfigurationKeyTree.ForAny("LogLevel"), ConfigurationKeyTree.ForAny("Console"));

    public void Bind(IConfigurationSection section)
    {
        section.Bind(this);
        _levels.AddRange(section.GetSection("LogLevel").GetChildren().Select(level => ($"LogLevel:{level.Key}", level.Value)));
    }

    /// <summary>Whether each line is a JSON object.</summary>
    public bool IsJson(bool isInContainer) => Format.Length == 0 ? isInContainer : Format.Equals(Json, StringComparison.OrdinalIgnoreCase);

    public ValidateOptionsResult Check() => new Validator().Validate(null, this);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (
            Format.Length > 0
            && !Format.Equals(Text, StringComparison.OrdinalIgnoreCase)
            && !Format.Equals(Json, StringComparison.OrdinalIgnoreCase)
        )
            yield return new ValidationResult($"must be text or json, and not '{Format}'", [nameof(Format)]);
        foreach (var (key, value) in _levels)
        {
            if (!Enum.TryParse<LogLevel>(value, ignoreCase: true, out var level) || !Enum.IsDefined(level))
                yield return new ValidationResult(
                    $"must be one of {string.Join(", ", Enum.GetNames<LogLevel>())}, and not '{value}'",
                    [key]
                );
        }
    }

    [OptionsValidator]
    private sealed partial class Validator : IValidateOptions<LoggingSettings>;
}
