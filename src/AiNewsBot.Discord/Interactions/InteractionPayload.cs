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

    public string? GuildLocale { get; init; }

    public int? Context { get; init; }

    public Snowflake AppPermissions { get; init; }

    public Dictionary<string, Snowflake>? AuthorizingIntegrationOwners { get; init; }

    public MemberPayload? Member { get; init; }

    public UserPayload? User { get; init; }

    public MessagePayload? Message { get; init; }

    public InteractionData? Data { get; init; }

    internal sealed record UserPayload(Snowflake Id);

    /// <param name="User">Who it is.</param>
    /// <param name="Roles">Ids.</param>
    /// <param name="Permissions">A bit set, written like an id.</param>
    internal sealed record MemberPayload(UserPayload? User, Snowflake[]? Roles, Snowflake Permissions);

    internal sealed record MessagePayload(Snowflake Id, string? Content, UserPayload? Author);
}

/// <summary>Readers made at compile time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(InteractionPayload))]
internal sealed partial class InteractionJson : JsonSerializerContext;
