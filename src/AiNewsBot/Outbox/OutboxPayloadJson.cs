using System.Text.Json;
using System.Text.Json.Serialization;

namespace AiNewsBot.Outbox;

/// <summary>Payloads as the database keeps them, beside the kind that tells one type from another.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata
)]
[JsonSerializable(typeof(DigestPayload))]
[JsonSerializable(typeof(PostPayload))]
[JsonSerializable(typeof(NoticePayload))]
internal sealed partial class OutboxPayloadJson : JsonSerializerContext
{
    public static (string Kind, string? Json) Write(OutboxPayload payload) =>
        payload switch
        {
            StoryPayload => (OutboxRow.Item, null),
            DigestPayload digest => (OutboxRow.Digest, JsonSerializer.Serialize(digest, Default.DigestPayload)),
            PostPayload post => (OutboxRow.Post, JsonSerializer.Serialize(post, Default.PostPayload)),
            NoticePayload notice => (OutboxRow.Notice, JsonSerializer.Serialize(notice, Default.NoticePayload)),
            _ => throw new ArgumentOutOfRangeException(nameof(payload), payload, "no kind of row"),
        };

    public static OutboxPayload Read(string kind, string? json) =>
        kind switch
        {
            OutboxRow.Item => new StoryPayload(),
            OutboxRow.Digest => JsonSerializer.Deserialize(json!, Default.DigestPayload)!,
            OutboxRow.Post => JsonSerializer.Deserialize(json!, Default.PostPayload)!,
            OutboxRow.Notice => JsonSerializer.Deserialize(json!, Default.NoticePayload)!,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no kind of row"),
        };
}
