using System.Collections.Immutable;
using System.Text.Json;
using AiNewsBot.Transport;

namespace AiNewsBot.Commands;

/// <summary>Names and descriptions of the commands in other languages, from a file that translators can read.</summary>
public static class Translations
{
    private static readonly Dictionary<string, Dictionary<string, CommandText>> ByCommand = Read();

    /// <summary>The command with its translations.</summary>
    public static CommandDefinition Of(CommandDefinition command) =>
        !ByCommand.TryGetValue(command.Name, out var texts) ? command : command with
        {
            Names = texts.Where(text => text.Value.Name is not null).ToImmutableSortedDictionary(text => text.Key, text => text.Value.Name!),
            Descriptions = texts.Where(text => text.Value.Description is not null).ToImmutableSortedDictionary(text => text.Key, text => text.Value.Description!),
        };

    private static Dictionary<string, Dictionary<string, CommandText>> Read()
    {
        using var stream = typeof(Translations).Assembly.GetManifestResourceStream("AiNewsBot.Commands.Translations.json")!;
        return JsonSerializer.Deserialize(stream, CommandTextJson.Default.DictionaryStringDictionaryStringCommandText)!;
    }
}
