using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AiNewsBot.Discord;

/// <summary>An id of Discord's: 64 bits, sent as text.</summary>
[JsonConverter(typeof(Converter))]
public readonly record struct Snowflake(ulong Value)
{
    private const int TimestampShift = 22;

    /// <summary>Discord's first instant, in Unix milliseconds.</summary>
    private const long Epoch = 1_420_070_400_000;

    internal Snowflake(JsonElement id)
        : this(ulong.Parse(id.GetString() ?? throw new JsonException("an id is a text"), NumberStyles.None, CultureInfo.InvariantCulture))
    { }

    /// <summary>When what it names was made.</summary>
    public DateTimeOffset CreatedAt => DateTimeOffset.FromUnixTimeMilliseconds((long)(Value >> TimestampShift) + Epoch);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    internal sealed class Converter : JsonConverter<Snowflake>
    {
        public override Snowflake Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(
                reader.TokenType == JsonTokenType.Number
                    ? reader.GetUInt64()
                    : ulong.Parse(reader.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
            );

        public override void Write(Utf8JsonWriter writer, Snowflake value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
