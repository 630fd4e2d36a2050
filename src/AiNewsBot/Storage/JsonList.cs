using System.Text.Json;
using System.Text.Json.Serialization;

namespace AiNewsBot.Storage;

/// <summary>A list as one parameter of a statement, which reads it with
/// <c>json_each</c>: the statement is the same for any number of values.</summary>
internal static partial class JsonList
{
    /// <summary>A JSON array of texts.</summary>
    public static string From(IEnumerable<string> values) => JsonSerializer.Serialize([.. values], Texts.Default.StringArray);

    [JsonSerializable(typeof(string[]))]
    private sealed partial class Texts : JsonSerializerContext;
}
