using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AiNewsBot.Discord.Models;

namespace AiNewsBot.Discord.Rest;

/// <summary>Bodies of requests.</summary>
internal static class JsonBody
{
    private const int Message = 4;
    private const int UpdatedMessage = 7;
    private const int AutocompleteResult = 8;
    private const int Modal = 9;

    // Only what JSON itself demands is escaped: nothing of this ends up in HTML, and a dash would be twice as long.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Each thread writes into a buffer of its own, so that an answer costs no more than its bytes.</summary>
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    public static byte[] From(OutgoingMessage message) => Create(MessagePayload.From(message), RequestJson.Default.MessagePayload);

    public static byte[] From(Deferral deferral) => Create(DeferralPayload.From(deferral), RequestJson.Default.DeferralPayload);

    public static byte[] From(InteractionReply reply) =>
        reply switch
        {
            InteractionReply.Send send => From(Message, send.Message),
            InteractionReply.Update update => From(UpdatedMessage, update.Message),
            InteractionReply.Autocomplete choices => Create(new(AutocompleteResult, choices), RequestJson.Default.AutocompleteCallback),
            InteractionReply.Form form => Create(new(Modal, form), RequestJson.Default.FormCallback),
            _ => throw new ArgumentOutOfRangeException(nameof(reply), reply.GetType().Name, "no such reply"),
        };

    public static byte[] Create<T>(T value, JsonTypeInfo<T> type)
    {
        var buffer = _buffer ??= new ArrayBufferWriter<byte>(4096);
        buffer.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(buffer, Options))
            JsonSerializer.Serialize(json, value, type);
        return buffer.WrittenSpan.ToArray();
    }

    private static byte[] From(int type, OutgoingMessage message) =>
        Create(new(type, MessagePayload.From(message)), RequestJson.Default.MessageCallback);
}
