using System.Buffers;
using System.Text.Json;

namespace AiNewsBot.Discord.Rest;

/// <summary>Bodies of requests.</summary>
internal static class JsonBody
{
    public static byte[] Of<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
            write(json, value);
        return buffer.WrittenSpan.ToArray();
    }
}
