using System.Collections.Immutable;
using System.Text.Json;

namespace AiNewsBot.Chat.Texts;

/// <summary>Descriptions of options and names of choices in other languages, from a file that translators can read.</summary>
internal static class OptionTexts
{
    private static readonly Dictionary<string, ImmutableSortedDictionary<string, string>> ByText = Read();

    /// <summary>What is said in English, in other languages, by locale; null where that is not translated.</summary>
    public static ImmutableSortedDictionary<string, string>? Find(string english) => ByText.GetValueOrDefault(english);

    private static Dictionary<string, ImmutableSortedDictionary<string, string>> Read()
    {
        using var stream = typeof(OptionTexts).Assembly.GetManifestResourceStream("AiNewsBot.Chat.Routing.OptionTranslations.json")!;
        return JsonSerializer
            .Deserialize(stream, CommandTranslationJson.Default.DictionaryStringDictionaryStringString)!
            .ToDictionary(text => text.Key, text => text.Value.ToImmutableSortedDictionary());
    }
}
