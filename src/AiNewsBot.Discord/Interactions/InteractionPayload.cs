using System.Text.Json.Serialization;

namespace AiNewsBot.Discord.Interactions;

/// <summary>
/// An interaction as Discord writes it; only what is used is read. Here and in what it holds, properties can be set: readers made at
/// compile time collect the arguments of a constructor, and what can only be initialised, in boxes, which takes twice as long.
/// </summary>
internal sealed record InteractionPayload
{
    public Snowflake Id { get; set; }

    public Snowflake ApplicationId { get; set; }

    public int Type { get; set; }

    public string Token { get; set; } = "";

    public Snowflake? GuildId { get; set; }

    public Snowflake? ChannelId { get; set; }

    public string? Locale { get; set; }

    public string? GuildLocale { get; set; }

    public int? Context { get; set; }

    public Snowflake AppPermissions { get; set; }

    public Dictionary<string, Snowflake>? AuthorizingIntegrationOwners { get; set; }

    public MemberPayload? Member { get; set; }

    public UserPayload? User { get; set; }

    public MessagePayload? Message { get; set; }

    public InteractionData? Data { get; set; }

    internal sealed record UserPayload
    {
        public Snowflake Id { get; set; }
    }

    internal sealed record MemberPayload
    {
        public UserPayload? User { get; set; }

        public Snowflake[]? Roles { get; set; }

        /// <summary>A bit set, written like an id.</summary>
        public Snowflake Permissions { get; set; }
    }

    internal sealed record MessagePayload
    {
        public Snowflake Id { get; set; }

        public string? Content { get; set; }

        public UserPayload? Author { get; set; }

        public EmbedPayload[]? Embeds { get; set; }

        /// <summary>The messages that it forwards.</summary>
        public SnapshotPayload[]? MessageSnapshots { get; set; }
    }

    internal sealed record SnapshotPayload
    {
        public MessagePayload? Message { get; set; }
    }

    internal sealed record EmbedPayload
    {
        public string? Title { get; set; }

        public string? Description { get; set; }

        public EmbedFieldPayload[]? Fields { get; set; }
    }

    internal sealed record EmbedFieldPayload
    {
        public string? Name { get; set; }

        public string? Value { get; set; }
    }
}

/// <summary>Readers made at compile time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(InteractionPayload))]
internal sealed partial class InteractionJson : JsonSerializerContext;
