using System.Text.Json.Serialization;

namespace AiNewsBot.Commands;

/// <summary>A command in another language.</summary>
/// <param name="Name">Lower case; null where it stays as it is.</param>
/// <param name="Description">At most 100 characters.</param>
internal sealed record CommandText(string? Name, string? Description);

/// <summary>The reader, made at compile time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Dictionary<string, Dictionary<string, CommandText>>))]
internal sealed partial class CommandTextJson : JsonSerializerContext;
