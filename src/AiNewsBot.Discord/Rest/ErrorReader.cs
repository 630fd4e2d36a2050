using System.Text.Json;

namespace AiNewsBot.Discord.Rest;

/// <summary>Reads the body of a refusal: {code, message, errors?, retry_after?, global?}. Discord's gatekeeper sends HTML instead.</summary>
internal readonly record struct ErrorReader(int Code, string Message, double? RetryAfter, bool IsGlobal, bool IsHtml = false)
{
    private const int LongestMessage = 600;

    public static ErrorReader Read(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            using var document = JsonDocument.ParseValue(ref reader);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                return default(ErrorReader) with { Message = "" };
            var message = root.TryGetProperty("message", out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "";
            if (root.TryGetProperty("errors", out var errors))
                message = $"{message} {errors.GetRawText()}";
            return new ErrorReader(
                root.TryGetProperty("code", out var code) && code.TryGetInt32(out var number) ? number : 0,
                message.Length > LongestMessage ? message[..LongestMessage] : message,
                root.TryGetProperty("retry_after", out var after) && after.ValueKind == JsonValueKind.Number ? after.GetDouble() : null,
                root.TryGetProperty("global", out var global) && global.ValueKind == JsonValueKind.True);
        }
        catch (JsonException)
        {
            return new ErrorReader(0, "(no JSON)", null, false, IsHtml: true);
        }
    }
}
