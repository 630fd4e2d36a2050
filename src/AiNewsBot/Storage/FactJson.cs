using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using AiNewsBot.Facts.DatasetReading;

namespace AiNewsBot.Storage;

/// <summary>The JSON texts within rows.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(ImmutableArray<string>))]
[JsonSerializable(typeof(ImmutableSortedDictionary<string, string>))]
[JsonSerializable(typeof(ImmutableArray<SourceText>))]
[JsonSerializable(typeof(StatementContent))]
[JsonSerializable(typeof(StatementContent[]))]
internal sealed partial class FactJson : JsonSerializerContext
{
    public static ImmutableArray<string> Texts(string json) => Texts(Encoding.UTF8.GetBytes(json));

    public static ImmutableSortedDictionary<string, string> Map(string json) => Map(Encoding.UTF8.GetBytes(json));

    /// <summary>A list of texts. Most are empty.</summary>
    public static ImmutableArray<string> Texts(ReadOnlySpan<byte> utf8)
    {
        if (utf8.SequenceEqual("[]"u8))
            return [];
        var texts = ImmutableArray.CreateBuilder<string>();
        var json = new Utf8JsonReader(utf8);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.String)
            texts.Add(json.GetString()!);
        return texts.DrainToImmutable();
    }

    /// <summary>A map of texts. Most are empty.</summary>
    public static ImmutableSortedDictionary<string, string> Map(ReadOnlySpan<byte> utf8)
    {
        var map = ImmutableSortedDictionary<string, string>.Empty;
        if (utf8.SequenceEqual("{}"u8))
            return map;
        var json = new Utf8JsonReader(utf8);
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString()!;
            json.Read();
            map = map.SetItem(name, json.GetString()!);
        }

        return map;
    }
}
