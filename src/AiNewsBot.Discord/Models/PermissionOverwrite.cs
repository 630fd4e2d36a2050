using System.Text.Json.Serialization;

namespace AiNewsBot.Discord.Models;

/// <summary>What a role or member may do in one channel, other than in the rest of the server.</summary>
/// <param name="Id">The role or member.</param>
/// <param name="Type">0 for a role, 1 for a member.</param>
/// <param name="Allow">Bits that are added.</param>
/// <param name="Deny">Bits that are taken away.</param>
[JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
public sealed record PermissionOverwrite(Snowflake Id, int Type, ulong Allow, ulong Deny);
