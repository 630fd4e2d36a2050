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
        var start = LineStart.Nothing;
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i] is '\u2028' or '\u2029' || char.IsControl(text[i]) && text[i] != '\n' ? ' ' : text[i];

            // A colon matters only where it could make an address a link or a name an emoji.
            var isPlainColon = character == ':' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]));
            if (!isPlainColon && Special.Contains(character, StringComparison.Ordinal) || BeginsList(character, start))
                escaped.Append('\\');
            escaped.Append(character);
            start = After(character, start);
        }

        return escaped.ToString();
    }

    /// <summary>A link with a label; the label alone when the address is no web address.</summary>
    public static string Link(string label, string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? $"[{Escape(label)}](<{EscapeBrackets(address.AbsoluteUri)}>)"
            : Escape(label);

    private static string EscapeBrackets(string address) =>
        address
            .Replace("(", "%28", StringComparison.Ordinal)
            .Replace(")", "%29", StringComparison.Ordinal)
            .Replace(">", "%3E", StringComparison.Ordinal);

    // "- ", "+ " and "1. " make a list at the beginning of a line, and behind spaces too: there they are the entries of an inner one.
    private static bool BeginsList(char character, LineStart start) =>
        character switch
        {
            '-' or '+' => start == LineStart.Nothing,
            '.' => start == LineStart.Digits,
            _ => false,
        };

    private static LineStart After(char character, LineStart start) =>
        character switch
        {
            '\n' => LineStart.Nothing,
            _ when start == LineStart.Nothing && char.IsWhiteSpace(character) => LineStart.Nothing,
            _ when start != LineStart.Text && char.IsAsciiDigit(character) => LineStart.Digits,
            _ => LineStart.Text,
        };

    /// <summary>What of its line was read so far.</summary>
    private enum LineStart
    {
        Nothing,
        Digits,
        Text,
    }
}
