using System.Text;
using System.Text.RegularExpressions;
using AiNewsBot.Chat.Cards;

namespace AiNewsBot.News.Templates;

/// <summary>
/// Puts the Markdown of a template together with words from outside, so that these stay words: they begin no list, end no mark and are no
/// part of an address. The template itself may format, but never mention.
/// </summary>
internal sealed partial class TemplateMarkdown
{
    private readonly StringBuilder _markdown = new();

    public bool ShowsImage { get; private set; }

    // Within marks of code nothing can be escaped, and within angle brackets a word from outside could become a mention.
    public void AddLiteral(string text)
    {
        // Behind digits from outside a point begins no list ("2026. What a year"), and behind their bracket another no link's target.
        var isNumber = StateOf(LastLine()) == MarkdownLine.Digits;
        if (text.StartsWith('(') && _markdown.Length > 1 && _markdown[^1] == ']' && _markdown[^2] == '\\')
            _markdown.Append('\\');
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '<' && Emoji().Match(text, i) is { Success: true } emoji)
            {
                _markdown.Append(emoji.Value);
                i += emoji.Length - 1;
                continue;
            }

            if (text[i] is '<' or '@' or '`' or '\\' || isNumber && text[i] == '.')
                _markdown.Append('\\');
            isNumber &= char.IsAsciiDigit(text[i]);
            _markdown.Append(char.IsControl(text[i]) && text[i] != '\n' ? ' ' : text[i]);
        }
    }

    public void AddValue(TemplateField field, TemplateValue value)
    {
        if (field == TemplateField.Image)
        {
            ShowsImage = true;
            return;
        }

        if (value.Text.Length == 0)
            return;
        if (field != TemplateField.Link)
            BreakAddress();

        // A colon could join an emoji's name, or an address, out of words of the template and from outside.
        Markdown.EscapeLastColon(_markdown);
        var line = StateOf(LastLine());
        if (value.Markdown is { Length: > 0 } ready && !(Code().IsMatch(ready) && IsWithinMark()))
            AddReady(ready, line);
        else
            Markdown.AppendEscaped(_markdown, value.Text, ref line);
        Markdown.EscapeLastColon(_markdown);
    }

    public override string ToString() => _markdown.ToString().Trim();

    // It was escaped as for the beginning of a line.
    private void AddReady(string ready, MarkdownLine line)
    {
        var isQuoted = LastLine().TrimStart().StartsWith('>');

        // "1" and "3. First" would be the entry of a list with the number 13.
        if (line == MarkdownLine.Digits)
            ready = Number().Replace(ready, @"$1\.");
        if (Markdown.BeginsTarget(ready[0], _markdown))
            _markdown.Append('\\');
        _markdown.Append(isQuoted ? ready.Replace("\n", "\n> ", StringComparison.Ordinal) : ready);
    }

    // In an address that is not ended yet: Discord reads what is escaped there as if it were not.
    private void BreakAddress()
    {
        var line = LastLine();
        var start = _markdown.Length - line.Length;
        for (
            var open = line.LastIndexOf("](", StringComparison.Ordinal);
            open >= 0 && line.IndexOf(')', open) < 0;
            open = line[..open].LastIndexOf("](", StringComparison.Ordinal)
        )
            _markdown.Insert(start + open + 1, '\\');
    }

    // Discord ends a bold word, a heading or an entry of a list where it finds the sign for that, within code too: what is code no more
    // would format, link and mention.
    private bool IsWithinMark()
    {
        if (BlockMark().IsMatch(LastLine()))
            return true;
        var own = Unmarked().Replace(_markdown.ToString(), "");
        var open = new List<string>();
        foreach (var run in Marks().Matches(own).Select(match => match.Value))
        {
            if (!open.Remove(run))
                open.Add(run);
        }

        return open.Count > 0 || own.LastIndexOf('[') > own.LastIndexOf(']');
    }

    private string LastLine()
    {
        var start = _markdown.Length;
        while (start > 0 && _markdown[start - 1] != '\n')
            start--;
        return _markdown.ToString(start, _markdown.Length - start);
    }

    private static MarkdownLine StateOf(string line) =>
        line.TrimStart(' ', '\t', '>', '#', '*', '+', '-', '_', '~', '|') switch
        {
            "" => MarkdownLine.Start,
            var rest when rest.All(char.IsAsciiDigit) => MarkdownLine.Digits,
            _ => MarkdownLine.Text,
        };

    [GeneratedRegex(@"(?<!\\)(?:\\\\)*`")]
    private static partial Regex Code();

    [GeneratedRegex(@"^\s*(?:>|#{1,3} |-# |[-*+] |\d+\. )")]
    private static partial Regex BlockMark();

    [GeneratedRegex(@"^(\d*)\.")]
    private static partial Regex Number();

    // Code, what is escaped, and addresses.
    [GeneratedRegex(@"\\.|(`+).*?\1|<[a-z]+:[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Unmarked();

    [GeneratedRegex(@"\*+|_+|~{2,}|\|{2,}")]
    private static partial Regex Marks();

    [GeneratedRegex(@"\G<a?:\w{2,32}:\d{17,20}>", RegexOptions.CultureInvariant)]
    private static partial Regex Emoji();
}
