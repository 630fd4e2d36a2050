using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AiNewsBot.Curation.Transfer;

/// <summary>A file with all facts, as the console's export writes it: <see cref="Facts.Reading.FactsJson"/>.</summary>
public sealed record WholeFile(ImmutableArray<WholeSubject> Subjects)
{
    private const int Deepest = 8;

    /// <summary>Reads one; null when the file is something else.</summary>
    /// <exception cref="JsonException">It is no JSON, or has values of other kinds.</exception>
    public static WholeFile? Read(byte[] file)
    {
        var whole = JsonSerializer.Deserialize(file, WholeJson.Bounded.WholeFile);
        return whole is null || whole.Subjects.IsDefaultOrEmpty ? null : whole;
    }

    /// <summary>The reader, made at compile time.</summary>
    internal static JsonSerializerOptions Options(JsonSerializerOptions generated) => new(generated) { MaxDepth = Deepest };
}

/// <summary>The reader, made at compile time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(WholeFile))]
internal sealed partial class WholeJson : JsonSerializerContext
{
    public static WholeJson Bounded => field ??= new WholeJson(Transfer.WholeFile.Options(Default.GeneratedSerializerOptions!));
}
