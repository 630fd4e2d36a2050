using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AiNewsBot.Storage;

/// <summary>The JSON texts within rows.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ImmutableArray<string>))]
[JsonSerializable(typeof(ImmutableSortedDictionary<string, string>))]
[JsonSerializable(typeof(SourceJson[]))]
[JsonSerializable(typeof(Content))]
[JsonSerializable(typeof(Content[]))]
internal sealed partial class FactJson : JsonSerializerContext
{
    // Most lists and maps are empty, and need no parser.
    public static ImmutableArray<string> Texts(string json) => json == "[]" ? [] : JsonSerializer.Deserialize(json, Default.ImmutableArrayString);

    public static ImmutableSortedDictionary<string, string> Map(string json) =>
        json == "{}" ? ImmutableSortedDictionary<string, string>.Empty : JsonSerializer.Deserialize(json, Default.ImmutableSortedDictionaryStringString)!;
}
