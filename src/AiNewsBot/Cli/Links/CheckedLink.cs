using System.Text.Json.Serialization;

namespace AiNewsBot.Cli.Links;

/// <summary>What came of asking for an address that facts cite; a line of the report.</summary>
/// <param name="Url">The address.</param>
/// <param name="CheckedAt">When it was asked for.</param>
/// <param name="State">What came of it.</param>
/// <param name="Reason">Why it could not be read; null where it could.</param>
/// <param name="Archived">Of a dead one, the address of its archived copy; null where none is known.</param>
internal sealed record CheckedLink(string Url, DateTimeOffset CheckedAt, LinkState State, string? Reason = null, string? Archived = null);

/// <summary>Whether an address answers.</summary>
internal enum LinkState
{
    Alive,

    /// <summary>The server says that there is no such page.</summary>
    Dead,

    /// <summary>It refused, failed or did not answer: that says nothing of the page.</summary>
    Unclear,
}

/// <summary>The lines of the report, made at compile time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(CheckedLink))]
internal sealed partial class LinkJson : JsonSerializerContext;
