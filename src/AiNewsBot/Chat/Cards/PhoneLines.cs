using System.Text;

namespace AiNewsBot.Chat.Cards;

/// <summary>How much room a line of Markdown takes on a phone.</summary>
internal static class PhoneLines
{
    /// <summary>Columns of a line; a letter of Chinese or Japanese, and a sign, takes two.</summary>
    public const int Width = 45;

    private const string SmallMark = "-# ";

    /// <summary>The lines of the screen that a line takes, wrapped between words.</summary>
    public static int Count(string markdown) => markdown.Split('\n').Sum(line => Wrap(GetVisible(line)));

    /// <summary>As much of a line as so many lines of the screen take, with "…" for what is left out.</summary>
    public static string Cut(string markdown, int lines)
    {
        if (Count(markdown) <= lines)
            return markdown;
        var end = markdown.Length;
        string cut;
        do
        {
            end = markdown.LastIndexOf(' ', end - 1);
            if (end <= 0)
                return "…";
            cut = Close($"{markdown[..end].TrimEnd(':', ';', ',')} …");
        } while (Count(cut) > lines);

        return cut;
    }

    /// <summary>Those of several that fit into so many lines of the screen, then how many more there are; the first is cut where it alone
    /// does not fit.</summary>
    /// <param name="more">What says how many more there are, in one line.</param>
    public static List<string> Fit(IReadOnlyList<string> several, int lines, Func<int, string> more)
    {
        var fitting = new List<string>();
        foreach (var (index, one) in several.Index())
        {
            var rest = several.Count - index - 1;
            var room = lines - (rest > 0 ? 1 : 0);
            if (Count(one) > room && (index > 0 || room < 1))
            {
                if (lines > 0)
                    fitting.Add(more(rest + 1));
                break;
            }

            fitting.Add(Cut(one, room));
            lines -= Count(fitting[^1]);
        }

        return fitting;
    }

    // A bold text that was cut ends where the cut is.
    private static string Close(string markdown) =>
        markdown.Replace("\\*", "", StringComparison.Ordinal).AsSpan().Count("**") % 2 == 0 ? markdown : markdown + "**";

    private static int Wrap(string text)
    {
        var (lines, column) = (1, 0);
        foreach (var word in text.Split(' '))
        {
            var width = GetWidth(word);
            if (column > 0 && column + 1 + width > Width)
                (lines, column) = (lines + 1, 0);
            column += column > 0 ? width + 1 : width;
            while (column > Width)
                (lines, column) = (lines + 1, column - Width);
        }

        return lines;
    }

    private static int GetWidth(string word)
    {
        var width = 0;
        foreach (var rune in word.EnumerateRunes())
            width += rune.Value is >= 0x1100 and (< 0x2010 or > 0x20FF) ? 2 : 1;
        return width;
    }

    // Without what Discord reads and does not show: marks, the addresses of links, and the strokes before signs.
    private static string GetVisible(string line)
    {
        var text = line.StartsWith(SmallMark, StringComparison.Ordinal) ? line[SmallMark.Length..] : line;
        var visible = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length)
                visible.Append(text[++i]);
            else if (
                text[i] == ']'
                && text.IndexOf(">)", i, StringComparison.Ordinal) is > 0 and var end
                && text.AsSpan(i).StartsWith("](<")
            )
                i = end + 1;
            else if (text[i] is not ('*' or '['))
                visible.Append(text[i]);
        }

        return visible.ToString();
    }
}
