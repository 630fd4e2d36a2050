using System.Text.Json;

namespace AiNewsBot.Json;

/// <summary>Fields of answers that need not be what they ought to be: what is missing, or of another kind, is null.</summary>
internal static class JsonElementExtensions
{
    extension(JsonElement element)
    {
        /// <summary>A field; null where this is no object, or has none.</summary>
        public JsonElement? Field(string name) =>
            element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

        /// <summary>A field's text; null where it has another type or is empty.</summary>
        public string? Text(string name)
        {
            try
            {
                return element.Field(name) is { ValueKind: JsonValueKind.String } text && text.GetString() is { Length: > 0 } value
                    ? value
                    : null;
            }
            catch (InvalidOperationException)
            {
                // Half of a pair of surrogates.
                return null;
            }
        }

        /// <summary>Whether a field is true; null where it is neither true nor false.</summary>
        public bool? Flag(string name) =>
            element.Field(name)?.ValueKind switch
            {
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                _ => null,
            };

        /// <summary>The elements of a field that is an array; none where it is something else.</summary>
        public IEnumerable<JsonElement> Items(string name) =>
            element.Field(name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];
    }
}
