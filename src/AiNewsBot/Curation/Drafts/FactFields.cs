using System.Text.Json;
using System.Text.Json.Serialization;
using AiNewsBot.Storage;
using AiNewsBot.Transport;

namespace AiNewsBot.Curation.Drafts;

/// <summary>What somebody wrote into the form of a fact.</summary>
public sealed record FactFields(string? Value, string? Since, string? Until, string? Source, string? Why)
{
    /// <summary>As the form came back.</summary>
    public static FactFields Of(Request request) => new(request.Field("value"), request.Field("since"), request.Field("until"), request.Field("source"), request.Field("why"));

    /// <summary>What a statement says, for a form to begin with; the reason is always a new one.</summary>
    public static FactFields Of(Content content) => new(content.Value, content.ValidFrom, content.ValidTo, content.Sources is [var first, ..] ? first.Url : null, null);

    public static FactFields Parse(string json) => JsonSerializer.Deserialize(json, FieldsJson.Default.FactFields)!;

    public string ToJson() => JsonSerializer.Serialize(this, FieldsJson.Default.FactFields);
}

/// <summary>The reader, made at compile time.</summary>
[JsonSerializable(typeof(FactFields))]
internal sealed partial class FieldsJson : JsonSerializerContext;
