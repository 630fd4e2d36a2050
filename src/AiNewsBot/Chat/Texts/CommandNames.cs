using System.Text.Json;

namespace AiNewsBot.Chat.Texts;

/// <summary>Names and descriptions of the commands in other languages, from a file that translators can read.</summary>
internal static class CommandNames
{
    /// <summary>By command, then by locale.</summary>
    public static Dictionary<string, Dictionary<string, CommandTranslation>> ByCommand { get; } = Read();

    /// <summary>What a command is called in a locale; a subcommand, behind its command.</summary>
    public static string In(string locale, string command) =>
        command.Split(' ', 2) is [var group, var word] && ByCommand.ContainsKey(group)
            ? $"{NameOf(locale, group) ?? group} {NameOf(locale, command) ?? word}"
            : NameOf(locale, command) ?? command;

    /// <summary>What a command does, in a locale; null where that is not told in it.</summary>
    public static string? Describe(string locale, string command) => Find(locale, command)?.Description;

    private static string? NameOf(string locale, string command) => Find(locale, command)?.Name;

    // The chat itself shows es-419 what is there for es-ES.
    private static CommandTranslation? Find(string locale, string command) =>
        ByCommand.TryGetValue(command, out var texts)
            ? texts.GetValueOrDefault(locale) ?? (locale == "es-419" ? texts.GetValueOrDefault("es-ES") : null)
            : null;

    private static Dictionary<string, Dictionary<string, CommandTranslation>> Read()
    {
        using var stream = typeof(CommandNames).Assembly.GetManifestResourceStream("AiNewsBot.Chat.Routing.Translations.json")!;
        return JsonSerializer.Deserialize(stream, CommandTranslationJson.Default.DictionaryStringDictionaryStringCommandTranslation)!;
    }
}
