using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace AiNewsBot.Configuration;

/// <summary>Checks values against the types of their keys before they are bound: the binder's own messages name types of .NET.</summary>
internal static partial class ConfigurationValueValidator
{
    /// <summary>What is wrong in a section: the key within it, and what it should be.</summary>
    public static IEnumerable<(string Key, string Error)> GetErrors(ConfigurationKeyTree keys, IConfigurationSection section) =>
        keys
            .Children.Where(child => child.Value is not null && section[child.Name] is not null)
            .Select(child => (child.Name, Error: GetError(child.Value!, section[child.Name]!)!))
            .Where(pair => pair.Error is not null);

    private static string? GetError(Type type, string value) =>
        type == typeof(bool)
            ? bool.TryParse(value, out _)
                ? null
                : $"must be true or false, and not '{value}'"
            : type == typeof(int)
                ? int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
                    ? null
                    : $"must be a whole number, and not '{value}'"
                : type == typeof(TimeSpan)
                    ? GetDurationError(value)
                    : type.IsEnum && !Enum.GetNames(type).Contains(value, StringComparer.OrdinalIgnoreCase)
                        ? $"must be {string.Join(" or ", Enum.GetNames(type))}, and not '{value}'"
                        : null;

    // TimeSpan reads "300" as 300 days, and the hours of "24:00:00" as days.
    private static string? GetDurationError(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? $"'{value}' has no unit: write {Suggestion(number)} for {number} seconds, or "
                + $"{TimeSpan.FromMinutes(Math.Min(number, 1440)):c} for {number} minutes"
        : Duration().Match(value) is not { Success: true } match || !TimeSpan.TryParse(value, CultureInfo.InvariantCulture, out _)
            ? $"must be a time as hours:minutes:seconds, such as 00:05:00, and not '{value}'"
        : int.Parse(match.Groups["hours"].Value, CultureInfo.InvariantCulture) > 23
            ? $"'{value}' has more than 23 hours: write "
                + $"{Suggestion(3600L * int.Parse(match.Groups["hours"].Value, CultureInfo.InvariantCulture))}, with the days "
                + $"before a dot"
        : null;

    private static string Suggestion(long seconds) => TimeSpan.FromSeconds(seconds).ToString("c", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^([0-9]{1,4}\.)?(?<hours>[0-9]{1,3}):[0-9]{1,2}(:[0-9]{1,2}(\.[0-9]{1,7})?)?$")]
    private static partial Regex Duration();
}
