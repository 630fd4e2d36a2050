using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AiNewsBot.Discord.Rest;

/// <summary>Bodies of requests.</summary>
internal static class JsonBody
{
    // Only what JSON itself demands is escaped: nothing of this ends up in HTML, and a dash would be twice as long.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Each thread writes into a buffer of its own, so that an answer costs no more than its bytes.</summary>
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    public static byte[] Create<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        var buffer = _buffer ??= new ArrayBufferWriter<byte>(4096);
        buffer.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(buffer, Options))
            write(json, value);
        return buffer.WrittenSpan.ToArray();
    }
}
