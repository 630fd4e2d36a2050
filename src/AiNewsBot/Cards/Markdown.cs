using System.Text;

namespace AiNewsBot.Cards;

/// <summary>Text that goes into Discord's Markdown and stays text.</summary>
public static class Markdown
{
    private const string Special = @"\*_~`|[]<>#@:";

    /// <summary>The text with everything escaped that could format it, link, mention or show an emoji; control characters become spaces.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            var startsLine = i == 0 || text[i - 1] == '\n';
            if (char.IsControl(character) && character != '\n')
            {
                escaped.Append(' ');
                continue;
            }

            // A colon matters only where it could make an address a link or a name an emoji.
            var isPlainColon = character == ':' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]));
            if (!isPlainColon && Special.Contains(character, StringComparison.Ordinal) || startsLine && character is '-' or '+' || IsListDot(text, i))
                escaped.Append('\\');
            escaped.Append(character);
        }

        return escaped.ToString();
    }

    /// <summary>A link with a label; the label alone when the address is no web address.</summary>
    public static string Link(string label, string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? $"[{Escape(label)}](<{address.AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal)}>)"
            : Escape(label);

    // "1." at the start of a line would become a list.
    private static bool IsListDot(string text, int index)
    {
        if (text[index] != '.')
            return false;
        var start = index;
        while (start > 0 && char.IsAsciiDigit(text[start - 1]))
            start--;
        return start < index && (start == 0 || text[start - 1] == '\n');
    }
}
