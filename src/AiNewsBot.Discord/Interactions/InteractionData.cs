using System.Text.Json;
using System.Text.Json.Serialization;

namespace AiNewsBot.Discord.Interactions;

/// <summary>What an interaction is about: a command with its options, a component, or a form with its fields.</summary>
internal sealed record InteractionData
{
    public string? Name { get; init; }

    public int Type { get; init; }

    public Snowflake? TargetId { get; init; }

    public string? CustomId { get; init; }

    public string[]? Values { get; init; }

    public OptionPayload[]? Options { get; init; }

    public FieldPayload[]? Components { get; init; }

    public ResolvedPayload? Resolved { get; init; }

    /// <param name="Name">Of the option, or of the subcommand.</param>
    /// <param name="Type">The protocol's number.</param>
    /// <param name="Value">As text, whatever it is.</param>
    /// <param name="Focused">Whether it is being typed.</param>
    /// <param name="Options">Of a subcommand.</param>
    internal sealed record OptionPayload(string Name, int Type, [property: JsonConverter(typeof(TextConverter))] string? Value, bool Focused, OptionPayload[]? Options);

    /// <param name="CustomId">Of what holds a value.</param>
    /// <param name="Value">Of an input.</param>
    /// <param name="Values">Of a menu.</param>
    /// <param name="Component">Of a label.</param>
    /// <param name="Components">Of a row, in which old forms put their inputs.</param>
    internal sealed record FieldPayload(
        string? CustomId, [property: JsonConverter(typeof(TextConverter))] string? Value, string[]? Values, FieldPayload? Component, FieldPayload[]? Components);

    internal sealed record ResolvedPayload(
        Dictionary<string, InteractionPayload.MessagePayload>? Messages, Dictionary<string, ChannelPayload>? Channels, Dictionary<string, AttachmentPayload>? Attachments);

    internal sealed record ChannelPayload(Snowflake Id, int Type, string? Name, Snowflake? AppPermissions);

    internal sealed record AttachmentPayload(Snowflake Id, string? Filename, Uri Url, long Size, string? ContentType);

    /// <summary>Options are texts, numbers or flags: all are read as text.</summary>
    internal sealed class TextConverter : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.String:
                    return reader.GetString();
                case JsonTokenType.True:
                    return "true";
                case JsonTokenType.False:
                    return "false";
                case JsonTokenType.Number:
                    return System.Text.Encoding.UTF8.GetString(reader.ValueSpan);
                default:
                    reader.Skip();
                    return null;
            }
        }

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}
