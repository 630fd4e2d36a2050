using System.Text;

namespace AiNewsBot.Chat.Cards;

/// <summary>Text that goes into Discord's Markdown and stays text.</summary>
internal static class Markdown
{
    private const string Special = @"\*_~`|[]<>#@:";

    /// <summary>The text with everything escaped that could format it, link, mention or
    /// show an emoji; control characters become spaces.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        var line = MarkdownLine.Start;
        AppendEscaped(escaped, text, ref line);
        return escaped.ToString();
    }

    /// <summary>Adds the next piece of a text in the same way.</summary>
    /// <param name="line">What of its line is there already.</param>
    public static void AppendEscaped(StringBuilder escaped, string text, ref MarkdownLine line)
    {
        if (text.Length > 0 && !char.IsWhiteSpace(text[0]))
            EscapeLastColon(escaped);
        for (var i = 0; i < text.Length; i++)
        {
            // They would turn the order of what follows, such as of the host beside a link.
            if (text[i] is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'))
                continue;
            var character = text[i] is '\u2028' or '\u2029' || char.IsControl(text[i]) && text[i] != '\n' ? ' ' : text[i];

            // A colon matters only where it could make an address a link or a name an emoji.
            var isPlainColon = character == ':' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]));
            if (
                !isPlainColon && Special.Contains(character, StringComparison.Ordinal)
                || BeginsList(character, line)
                || BeginsTarget(character, escaped)
            )
                escaped.Append('\\');
            escaped.Append(character);
            line = After(character, line);
        }
    }

    /// <summary>Escapes a colon at the end, before what could make it the middle of an address or of an emoji.</summary>
    public static void EscapeLastColon(StringBuilder markdown)
    {
        if (markdown.Length == 0 || markdown[^1] != ':')
            return;
        var backslashes = 0;
        while (backslashes + 1 < markdown.Length && markdown[markdown.Length - 2 - backslashes] == '\\')
            backslashes++;
        if (backslashes % 2 == 0)
            markdown.Insert(markdown.Length - 1, '\\');
    }

    /// <summary>Whether a bracket would begin the target of a link. In simple-markdown, by which Discord reads, the label of a link ends at
    /// an escaped bracket as well.</summary>
    public static bool BeginsTarget(char character, StringBuilder before) => character == '(' && before.Length > 0 && before[^1] == ']';

    /// <summary>A link with a label; the label alone when the address is no web address.</summary>
    public static string Link(string label, string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? $"[{Escape(label)}]({Address(address)})"
            : Escape(label);

    /// <summary>A web address as the target of a link, or by itself without a preview.</summary>
    public static string Address(Uri address) => $"<{EscapeBrackets(address.AbsoluteUri)}>";

    private static string EscapeBrackets(string address) =>
        address
            .Replace("(", "%28", StringComparison.Ordinal)
            .Replace(")", "%29", StringComparison.Ordinal)
            .Replace(">", "%3E", StringComparison.Ordinal);

    // "- ", "+ " and "1. " make a list at the beginning of a line, and behind spaces too: there they are the entries of an inner one.
    private static bool BeginsList(char character, MarkdownLine start) =>
        character switch
        {
            '-' or '+' => start == MarkdownLine.Start,
            '.' => start == MarkdownLine.Digits,
            _ => false,
        };

    private static MarkdownLine After(char character, MarkdownLine start) =>
        character switch
        {
            '\n' => MarkdownLine.Start,
            _ when start == MarkdownLine.Start && char.IsWhiteSpace(character) => MarkdownLine.Start,
            _ when start != MarkdownLine.Text && char.IsAsciiDigit(character) => MarkdownLine.Digits,
            _ => MarkdownLine.Text,
        };
}
