using System.Text.Json;

namespace DiscordSimulator.Rules;

/// <summary>What Discord still takes and asks not to send any more.</summary>
internal static class Deprecations
{
    private const int Row = 1;

    // Replaced by integration_types, contexts and default_member_permissions.
    private static readonly string[] OfCommands = ["dm_permission", "default_permission"];

    public static string? GetCommandError(JsonElement command) =>
        OfCommands.FirstOrDefault(name => command.TryGetProperty(name, out _)) is { } name
            ? $"a command with {name}, which is deprecated"
            : null;

    /// <summary>Fields of forms were in rows before there were labels.</summary>
    public static string? GetFormError(JsonElement form) =>
        form.GetProperty("components").EnumerateArray().Any(field => field.GetProperty("type").GetInt32() == Row)
            ? "a form with fields in rows, which is deprecated"
            : null;
}
