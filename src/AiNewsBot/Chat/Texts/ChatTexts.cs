using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;

namespace AiNewsBot.Chat.Texts;

/// <summary>What the bot says itself, in the language in which someone uses the chat.</summary>
internal sealed class ChatTexts
{
    private static readonly ConcurrentDictionary<string, ChatTexts> ByLocale = new();

    private readonly FrozenDictionary<string, string> _texts;

    private ChatTexts(string locale, string language)
    {
        (Locale, Language) = (locale, language);
        _texts = TextFile.Read(language);
    }

    /// <summary>As the chat names it, such as pt-BR.</summary>
    public string Locale { get; }

    /// <summary>Of the texts, such as pt.</summary>
    public string Language { get; }

    /// <summary>The texts of a locale; English where there are none in its language.</summary>
    public static ChatTexts For(string locale) => ByLocale.GetOrAdd(Known.Contains(locale) ? locale : NearestOf(locale), Create);

    /// <summary>The locales that are known to the chat and have texts.</summary>
    public static ImmutableArray<string> Known { get; } =
    ["en-US", "en-GB", "es-ES", "es-419", "de", "fr", "pt-BR", "hi", "ja", "zh-CN", "zh-TW"];

    /// <summary>A text, with its places filled.</summary>
    /// <param name="key">As the files name it.</param>
    /// <param name="values">By the names in braces. What came from outside is escaped by who gives it.</param>
    public string this[string key, params ReadOnlySpan<(string Name, string Value)> values]
    {
        get
        {
            var text = _texts[key];
            foreach (var (name, value) in values)
                text = text.Replace($"{{{name}}}", value, StringComparison.Ordinal);
            return text;
        }
    }

    /// <summary>What a command is called.</summary>
    public string CommandName(string name) => CommandNames.In(Locale, name);

    private static ChatTexts Create(string locale) => new(locale, LanguageOf(locale));

    private static string NearestOf(string locale) => Known.FirstOrDefault(known => LanguageOf(known) == LanguageOf(locale)) ?? Known[0];

    private static string LanguageOf(string locale) => locale.Split('-')[0];
}
