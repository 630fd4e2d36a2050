using System.Text.Json;
using System.Text.Json.Serialization;

namespace AiNewsBot.Discord.Interactions;

/// <summary>What an interaction is about: a command with its options, a component, or a form with its fields.</summary>
internal sealed record InteractionData
{
    public string? Name { get; set; }

    public int Type { get; set; }

    public Snowflake? TargetId { get; set; }

    public string? CustomId { get; set; }

    public string[]? Values { get; set; }

    public OptionPayload[]? Options { get; set; }

    public FieldPayload[]? Components { get; set; }

    public ResolvedPayload? Resolved { get; set; }

    internal sealed record OptionPayload
    {
        /// <summary>Of the option, or of the subcommand.</summary>
        public string Name { get; set; } = "";

        public int Type { get; set; }

        /// <summary>As text, of any type.</summary>
        [JsonConverter(typeof(TextConverter))]
        public string? Value { get; set; }

        /// <summary>Whether it is being typed.</summary>
        public bool Focused { get; set; }

        /// <summary>Of a subcommand.</summary>
        public OptionPayload[]? Options { get; set; }
    }

    /// <summary>A label, a row in which old forms put their inputs, or what holds a value.</summary>
    internal sealed record FieldPayload
    {
        public string? CustomId { get; set; }

        /// <summary>Of an input.</summary>
        [JsonConverter(typeof(TextConverter))]
        public string? Value { get; set; }

        /// <summary>Of a menu.</summary>
        public string[]? Values { get; set; }

        /// <summary>Of a label.</summary>
        public FieldPayload? Component { get; set; }

        /// <summary>Of a row.</summary>
        public FieldPayload[]? Components { get; set; }
    }

    internal sealed record ResolvedPayload
    {
        public Dictionary<string, InteractionPayload.MessagePayload>? Messages { get; set; }

        public Dictionary<string, ChannelPayload>? Channels { get; set; }

        public Dictionary<string, RolePayload>? Roles { get; set; }

        public Dictionary<string, AttachmentPayload>? Attachments { get; set; }
    }

    internal sealed record ChannelPayload
    {
        public Snowflake Id { get; set; }

        public int Type { get; set; }

        public string? Name { get; set; }

        public Snowflake? AppPermissions { get; set; }

        public ThreadPayload? ThreadMetadata { get; set; }
    }

    internal sealed record ThreadPayload
    {
        public bool Archived { get; set; }

        public bool Locked { get; set; }
    }

    internal sealed record RolePayload
    {
        public Snowflake Id { get; set; }

        public string? Name { get; set; }

        public bool Mentionable { get; set; }
    }

    internal sealed record AttachmentPayload
    {
        public Snowflake Id { get; set; }

        public string? Filename { get; set; }

        [JsonRequired]
        public Uri Url { get; set; } = null!;

        public long Size { get; set; }

        public string? ContentType { get; set; }
    }

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
