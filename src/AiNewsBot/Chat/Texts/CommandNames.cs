using System.Text.Json;

namespace AiNewsBot.Chat.Texts;

/// <summary>Names and descriptions of the commands in other languages, from a file that translators can read.</summary>
internal static class CommandNames
{
    /// <summary>By command, then by locale.</summary>
    public static Dictionary<string, Dictionary<string, CommandTranslation>> ByCommand { get; } = Read();

    /// <summary>What a command is called in a locale; of two words, the first may be another.</summary>
    public static string In(string locale, string command)
    {
        var words = command.Split(' ', 2);
        return ByCommand.TryGetValue(command, out var whole) && whole.TryGetValue(locale, out var text) && text.Name is { } name ? name
            : words.Length == 2 ? $"{In(locale, words[0])} {words[1]}"
            : command;
    }

    /// <summary>What a command does, in a locale; null where that is not told in it.</summary>
    public static string? Describe(string locale, string command) =>
        ByCommand.TryGetValue(command, out var texts) && texts.TryGetValue(locale, out var text) ? text.Description : null;

    private static Dictionary<string, Dictionary<string, CommandTranslation>> Read()
    {
        using var stream = typeof(CommandNames).Assembly.GetManifestResourceStream("AiNewsBot.Chat.Routing.Translations.json")!;
        return JsonSerializer.Deserialize(stream, CommandTranslationJson.Default.DictionaryStringDictionaryStringCommandTranslation)!;
    }
}
