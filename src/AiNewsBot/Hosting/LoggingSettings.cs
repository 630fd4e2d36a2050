using AiNewsBot.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Hosting;

/// <summary>How the bot logs.</summary>
internal sealed class LoggingSettings : ISettings
{
    public const string Section = "Logging";
    private const string Text = "text";
    private const string Json = "json";

    private readonly List<(string Key, string? Value)> _levels = [];

    /// <summary>text or json; empty for json in a container and text elsewhere.</summary>
    public string Format { get; set; } = "";

    static string ISettings.Section => Section;

    public void Bind(IConfigurationSection section)
    {
        section.Bind(this);
        _levels.AddRange(section.GetSection("LogLevel").GetChildren().Select(level => ($"LogLevel:{level.Key}", level.Value)));
    }

    /// <summary>Whether each line is a JSON object.</summary>
    public bool IsJson(bool isInContainer) => Format.Length == 0 ? isInContainer : Format.Equals(Json, StringComparison.OrdinalIgnoreCase);

    public IEnumerable<(string Key, string Fault)> Validate()
    {
        if (
            Format.Length > 0
            && !Format.Equals(Text, StringComparison.OrdinalIgnoreCase)
            && !Format.Equals(Json, StringComparison.OrdinalIgnoreCase)
        )
            yield return (nameof(Format), $"is text or json, and not '{Format}'");
        foreach (var (key, value) in _levels)
        {
            if (!Enum.TryParse<LogLevel>(value, ignoreCase: true, out var level) || !Enum.IsDefined(level))
                yield return (key, $"is one of {string.Join(", ", Enum.GetNames<LogLevel>())}, and not '{value}'");
        }
    }
}
