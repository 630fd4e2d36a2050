using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AiNewsBot.Curation.Transfer;

/// <summary>A file with all facts, as the console's export writes it: <see cref="AiNewsBot.Facts.DatasetReading.FactsJson"/>.</summary>
internal sealed record FullExportFile(ImmutableArray<FullExportSubject> Subjects)
{
    private const int MaxDepth = 8;

    /// <summary>Reads one; null when the file is something else.</summary>
    /// <exception cref="JsonException">It is no JSON, or has values of other kinds.</exception>
    public static FullExportFile? Read(byte[] file)
    {
        var whole = JsonSerializer.Deserialize(file, FullExportJson.Bounded.FullExportFile);
        return whole is null || whole.Subjects.IsDefaultOrEmpty ? null : whole;
    }

    /// <summary>The reader, made at compile time.</summary>
    internal static JsonSerializerOptions Options(JsonSerializerOptions generated) => new(generated) { MaxDepth = MaxDepth };
}

/// <summary>The reader, made at compile time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(FullExportFile))]
internal sealed partial class FullExportJson : JsonSerializerContext
{
    public static FullExportJson Bounded =>
        field ??= new FullExportJson(AiNewsBot.Curation.Transfer.FullExportFile.Options(Default.GeneratedSerializerOptions!));
}
