using System.Text.Json;
using DiscordSimulator.Rest;

namespace DiscordSimulator.Rules;

/// <summary>What holds of the files of a message: each is announced, each is shown, and what is shown is there.</summary>
internal static class FileRules
{
    private const string Scheme = "attachment://";
    private const int MaxFileBytes = 10 * 1024 * 1024;
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>What is wrong; null when nothing is.</summary>
    public static string? GetError(JsonElement message, IReadOnlyList<SentFile> files)
    {
        var announced = message.TryGetProperty("attachments", out var attachments)
            ? attachments
                .EnumerateArray()
                .ToDictionary(one => $"files[{one.GetProperty("id")}]", one => one.GetProperty("filename").GetString()!)
            : [];
        var shown = message.TryGetProperty("components", out var components) ? Shown(components).ToHashSet() : [];
        foreach (var file in files)
        {
            if (!announced.TryGetValue(file.Field, out var name) || name != file.Name)
                return $"the file {file.Name} in {file.Field} that no attachment announces";
            if (file.Content.Length is 0 or > MaxFileBytes)
                return $"a file of {file.Content.Length} bytes";
            if (name.EndsWith(".png", StringComparison.Ordinal) && !file.Content.AsSpan().StartsWith(Png))
                return $"{name}, which is no PNG";
        }

        return announced.Keys.Except(files.Select(file => file.Field)).FirstOrDefault() is { } missing
                ? $"an attachment without its file {missing}"
            : shown.Except(announced.Values).FirstOrDefault() is { } unknown ? $"{Scheme}{unknown}, which is not attached"
            : announced.Values.Except(shown).FirstOrDefault() is { } hidden ? $"the file {hidden}, which nothing shows"
            : null;
    }

    private static IEnumerable<string> Shown(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Shown),
            JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Shown(property.Value)),
            JsonValueKind.String when element.GetString()!.StartsWith(Scheme, StringComparison.Ordinal) =>
            [
                element.GetString()![Scheme.Length..],
            ],
            _ => [],
        };
}
