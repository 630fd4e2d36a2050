using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Answers;

/// <summary>Writes an answer, or what was checked in a message, as the one JSON object that other programs read.</summary>
public static class AnswerJson
{
    /// <summary>Writes an answer.</summary>
    public static void Write(Utf8JsonWriter json, Answer answer) =>
        JsonSerializer.Serialize(json, AnswerPayload.From(answer), PayloadJson.Default.AnswerPayload);

    /// <summary>Writes what was checked.</summary>
    public static void Write(Utf8JsonWriter json, string message, ImmutableArray<CheckedClaim> claims) =>
        JsonSerializer.Serialize(json, new MessagePayload(message, claims.Select(ClaimPayload.From)), PayloadJson.Default.MessagePayload);
}

/// <summary>The writers, made at compile time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [
        typeof(FactDateConverter),
        typeof(SnakeCaseConverter<AnswerStatus>),
        typeof(SnakeCaseConverter<SubjectKind>),
        typeof(SnakeCaseConverter<CommercialUse>),
    ]
)]
[JsonSerializable(typeof(AnswerPayload))]
[JsonSerializable(typeof(MessagePayload))]
internal sealed partial class PayloadJson : JsonSerializerContext;

/// <summary>Members of an enumeration as words with an underscore between them.</summary>
internal sealed class SnakeCaseConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower)
    where T : struct, Enum;
