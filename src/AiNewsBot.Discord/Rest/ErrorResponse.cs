using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace AiNewsBot.Discord.Rest;

/// <summary>Reads the body of a refusal: {code, message, errors?, retry_after?,
/// global?}. Discord's gatekeeper sends HTML instead, and a proxy text.</summary>
internal readonly record struct ErrorResponse(
    int Code,
    string Message,
    double? RetryAfter,
    bool IsGlobal,
    ImmutableArray<DiscordFieldError> Errors,
    bool IsHtml = false
)
{
    private const int MaxMessageLength = 600;
    private const int MaxErrors = 20;

    public static ErrorResponse Read(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            using var document = JsonDocument.ParseValue(ref reader);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                return new ErrorResponse(0, "", null, false, []);
            var errors = new List<DiscordFieldError>();
            if (root.TryGetProperty("errors", out var tree))
                Collect(tree, "", errors);
            return new ErrorResponse(
                root.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.Number && code.TryGetInt32(out var number)
                    ? number
                    : 0,
                Shorten(TextOf(root, "message")),
                root.TryGetProperty("retry_after", out var after) && after.ValueKind == JsonValueKind.Number ? after.GetDouble() : null,
                root.TryGetProperty("global", out var global) && global.ValueKind == JsonValueKind.True,
                [.. errors]
            );
        }
        catch (JsonException)
        {
            return new ErrorResponse(0, ReadText(body), null, false, [], IsHtml: true);
        }
    }

    // Proxies say in a line what they lack.
    private static string ReadText(ReadOnlySpan<byte> body)
    {
        var text = Encoding.UTF8.GetString(body[..Math.Min(body.Length, MaxMessageLength)]).ReplaceLineEndings(" ").Trim();
        return text is "" or ['<' or '{' or '[', ..] ? "(no JSON)" : text;
    }

    // A tree of names and indices that ends in _errors: [{code, message}].
    private static void Collect(JsonElement tree, string path, List<DiscordFieldError> errors)
    {
        if (tree.ValueKind != JsonValueKind.Object)
            return;
        foreach (var branch in tree.EnumerateObject())
        {
            if (branch.Name != "_errors")
                Collect(branch.Value, path.Length == 0 ? branch.Name : $"{path}.{branch.Name}", errors);
            else if (branch.Value.ValueKind == JsonValueKind.Array)
                errors.AddRange(
                    branch
                        .Value.EnumerateArray()
                        .Take(MaxErrors - errors.Count)
                        .Select(error => new DiscordFieldError(path, TextOf(error, "code"), Shorten(TextOf(error, "message"))))
                );
        }
    }

    private static string TextOf(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()!
            : "";

    private static string Shorten(string text) => text.Length > MaxMessageLength ? text[..MaxMessageLength] : text;
}
