using System.Text.Json;
using System.Text.Json.Serialization;

namespace AiNewsBot.Facts.Model;

/// <summary>A date as the dataset writes it.</summary>
internal sealed class FactDateConverter : JsonConverter<FactDate>
{
    public override FactDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        FactDate.TryParse(reader.GetString(), out var date) ? date : throw new JsonException("this is no date");

    public override void Write(Utf8JsonWriter writer, FactDate value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
}
