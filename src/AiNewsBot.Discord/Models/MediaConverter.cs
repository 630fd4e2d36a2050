using System.Text.Json;
using System.Text.Json.Serialization;

namespace AiNewsBot.Discord.Models;

/// <summary>An address as components hold it: {"url": …}.</summary>
internal sealed class MediaConverter : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("components are written, not read");

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("url", value);
        writer.WriteEndObject();
    }
}
