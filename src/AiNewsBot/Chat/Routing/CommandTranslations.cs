using System.Collections.Immutable;
using System.Text.Json;

namespace AiNewsBot.Chat.Routing;

/// <summary>Names and descriptions of the commands in other languages, from a file that translators can read.</summary>
internal static class CommandTranslations
{
    private static readonly Dictionary<string, Dictionary<string, CommandTranslation>> ByCommand = Read();

    /// <summary>The command with its translations.</summary>
    public static CommandDefinition Translate(CommandDefinition command) =>
        !ByCommand.TryGetValue(command.Name, out var texts)
            ? command
            : command with
            {
                Names = texts
                    .Where(text => text.Value.Name is not null)
                    .ToImmutableSortedDictionary(text => text.Key, text => text.Value.Name!),
                Descriptions = texts
                    .Where(text => text.Value.Description is not null)
                    .ToImmutableSortedDictionary(text => text.Key, text => text.Value.Description!),
            };

    private static Dictionary<string, Dictionary<string, CommandTranslation>> Read()
    {
        using var stream = typeof(CommandTranslations).Assembly.GetManifestResourceStream("AiNewsBot.Chat.Routing.Translations.json")!;
        return JsonSerializer.Deserialize(stream, CommandTranslationJson.Default.DictionaryStringDictionaryStringCommandTranslation)!;
    }
}
