using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AiNewsBot.Chat.Texts;

/// <summary>What the bot says itself, in the language in which someone uses the chat.</summary>
internal sealed partial class ChatTexts
{
    private static readonly ConcurrentDictionary<string, ChatTexts> ByLocale = new();

    private const int RoomForValues = 64;

    private static readonly AsyncLocal<ChatTexts?> OfRequest = new();

    private readonly FrozenDictionary<string, string> _texts;

    private ChatTexts(string locale, string language)
    {
        (Locale, Language) = (locale, language);
        _texts = TextFile.Read(language).ToFrozenDictionary(text => text.Key, text => WithCommands(text.Value, locale));
    }

    /// <summary>Those of the request that is being answered; English outside of one.</summary>
    public static ChatTexts Current => OfRequest.Value ?? For(Known[0]);

    /// <summary>As the chat names it, such as pt-BR.</summary>
    public string Locale { get; }

    /// <summary>Of the texts, such as pt.</summary>
    public string Language { get; }

    /// <summary>The texts of a locale; English where there are none in its language.</summary>
    public static ChatTexts For(string locale) => ByLocale.GetOrAdd(Known.Contains(locale) ? locale : NearestOf(locale), Create);

    /// <summary>Says in which locale all is told from here on, to the end of the method that calls this.</summary>
    public static void Use(string locale) => OfRequest.Value = For(locale);

    /// <summary>The locales that are known to the chat and have texts.</summary>
    public static ImmutableArray<string> Known { get; } =
    ["en-US", "en-GB", "es-ES", "es-419", "de", "fr", "pt-BR", "hi", "ja", "zh-CN", "zh-TW"];

    /// <summary>A text, with its places filled.</summary>
    /// <param name="key">As the files name it.</param>
    /// <param name="values">By the names in braces. What came from outside is escaped by who gives it.</param>
    public string this[string key, params ReadOnlySpan<(string Name, string Value)> values] => Fill(_texts[key], values);

    /// <summary>A text of which the files may have none; null then.</summary>
    public string? Find(string key, params ReadOnlySpan<(string Name, string Value)> values) =>
        _texts.TryGetValue(key, out var text) ? Fill(text, values) : null;

    /// <summary>A number with what it counts: the text of the key for many, and of the key with "_one" for one.</summary>
    /// <param name="others">What else there is to fill in.</param>
    public string Count(string key, long count, params ReadOnlySpan<(string Name, string Value)> others) =>
        this[IsOne(count) ? $"{key}_one" : key, [("count", count.ToString(CultureInfo.InvariantCulture)), .. others]];

    /// <summary>What a command is called.</summary>
    public string CommandName(string name) => CommandNames.In(Locale, name);

    // French says "0 question".
    private bool IsOne(long count) => count == 1 || count == 0 && Language == "fr";

    // {/news follow} is what people type for it in their language.
    private static string WithCommands(string text, string locale) =>
        CommandPlace().Replace(text, place => $"/{CommandNames.In(locale, place.Groups["command"].Value)}");

    private static string Fill(string text, ReadOnlySpan<(string Name, string Value)> values)
    {
        if (values.IsEmpty)
            return text;

        // One pass, so that what is filled in is never read as a place.
        var filled = new StringBuilder(text.Length + RoomForValues);
        for (var i = 0; i < text.Length; )
        {
            var close = text[i] == '{' ? text.IndexOf('}', i) : -1;
            if (close > 0 && ValueOf(text.AsSpan(i + 1, close - i - 1), values) is { } value)
            {
                filled.Append(value);
                i = close + 1;
            }
            else
                filled.Append(text[i++]);
        }

        return filled.ToString();
    }

    private static string? ValueOf(ReadOnlySpan<char> place, ReadOnlySpan<(string Name, string Value)> values)
    {
        foreach (var (name, value) in values)
        {
            if (place.SequenceEqual(name))
                return value;
        }

        return null;
    }

    private static ChatTexts Create(string locale) => new(locale, LanguageOf(locale));

    private static string NearestOf(string locale) => Known.FirstOrDefault(known => LanguageOf(known) == LanguageOf(locale)) ?? Known[0];

    private static string LanguageOf(string locale) => locale.Split('-')[0];

    [GeneratedRegex(@"\{/(?<command>[^}]+)\}")]
    private static partial Regex CommandPlace();
}
