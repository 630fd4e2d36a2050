using AiNewsBot.Feeds.Parsing.Markup;

namespace AiNewsBot.Feeds.Parsing.Formats;

/// <summary>Tells from its attributes how an element's text is to be read (RFC 4287,
/// 3.1 and 4.1.3; Atom 0.3 had a mode beside the type).</summary>
internal static class TextKinds
{
    public static TextKind From(IElement element, FeedElement part, bool isAtom)
    {
        var usual =
            isAtom && element.Vocabulary is Vocabulary.Core ? TextKind.Plain
            : element.Vocabulary is Vocabulary.Xhtml ? TextKind.Xhtml
            : part is FeedElement.Title ? TextKind.Guessed
            : TextKind.Html;
        var mode = element.Attribute("mode");
        if (Is(mode, "base64"))
            return TextKind.Base64;
        var kind = From(element.Attribute("type"), usual);
        return kind == TextKind.Xhtml && Is(mode, "escaped") ? TextKind.Html : kind;
    }

    private static TextKind From(string? type, TextKind usual) =>
        type?.Trim().ToLowerInvariant() switch
        {
            null or "" => usual,
            "text" or "plain" or "text/plain" => usual is TextKind.Plain ? TextKind.Plain : TextKind.Guessed,
            "html" or "text/html" => TextKind.Html,
            "xhtml" => TextKind.Xhtml,
            var other when other.EndsWith("xml", StringComparison.Ordinal) => TextKind.Xhtml,
            var other when other.StartsWith("text/", StringComparison.Ordinal) => TextKind.Plain,
            _ => TextKind.Base64,
        };

    private static bool Is(string? value, string wanted) => wanted.Equals(value?.Trim(), StringComparison.OrdinalIgnoreCase);
}
