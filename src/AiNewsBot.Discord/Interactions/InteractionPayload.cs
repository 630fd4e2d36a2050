using System.Text.Json;
using System.Text.Json.Serialization;

namespace AiNewsBot.Discord.Interactions;

/// <summary>An interaction as Discord writes it; only what is used is read.</summary>
internal sealed record InteractionPayload
{
    public Snowflake Id { get; init; }

    public Snowflake ApplicationId { get; init; }

    public int Type { get; init; }

    public string Token { get; init; } = "";

    public Snowflake? GuildId { get; init; }

    public Snowflake? ChannelId { get; init; }

    public string? Locale { get; init; }

    public MemberPayload? Member { get; init; }

    public UserPayload? User { get; init; }

    public DataPayload? Data { get; init; }

    internal sealed record UserPayload(Snowflake Id);

    internal sealed record MemberPayload(UserPayload? User);

    internal sealed record DataPayload
    {
        public string? Name { get; init; }

        public string? CustomId { get; init; }

        public string[]? Values { get; init; }

        public OptionPayload[]? Options { get; init; }
    }

    internal sealed record OptionPayload
    {
        public string Name { get; init; } = "";

        public int Type { get; init; }

        public JsonElement Value { get; init; }

        public bool Focused { get; init; }

        public OptionPayload[]? Options { get; init; }
    }
}

/// <summary>Readers made at compile time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(InteractionPayload))]
internal sealed partial class InteractionJson : JsonSerializerContext;
