using System.Text.Json.Serialization;

namespace AiNewsBot.Chat.Texts;

/// <summary>A command in another language.</summary>
/// <param name="Name">Lower case; null where it stays as it is.</param>
/// <param name="Description">At most 100 characters.</param>
internal sealed record CommandTranslation(string? Name, string? Description);

/// <summary>The reader, made at compile time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Dictionary<string, Dictionary<string, CommandTranslation>>))]
[JsonSerializable(typeof(Dictionary<string, Dictionary<string, string>>))]
internal sealed partial class CommandTranslationJson : JsonSerializerContext;
