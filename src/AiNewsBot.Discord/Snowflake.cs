using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AiNewsBot.Discord;

/// <summary>An id of Discord's: 64 bits, sent as text.</summary>
[JsonConverter(typeof(Converter))]
public readonly record struct Snowflake(ulong Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    internal sealed class Converter : JsonConverter<Snowflake>
    {
        public override Snowflake Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(reader.TokenType == JsonTokenType.Number ? reader.GetUInt64() : ulong.Parse(reader.GetString()!, NumberStyles.None, CultureInfo.InvariantCulture));

        public override void Write(Utf8JsonWriter writer, Snowflake value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
