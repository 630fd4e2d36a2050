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
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '<' && Emoji().Match(text, i) is { Success: true } emoji)
            {
                _markdown.Append(emoji.Value);
                i += emoji.Length - 1;
                continue;
            }

            if (text[i] is '<' or '@' or '`' or '\\')
                _markdown.Append('\\');
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

        // Only a colon of the template's own could join an emoji's name, or an address, with words from outside.
        if (_markdown.Length > 0 && _markdown[^1] == ':' && (_markdown.Length == 1 || _markdown[^2] != '\\'))
            _markdown.Insert(_markdown.Length - 1, '\\');
        if (value.Markdown is { } ready)
        {
            _markdown.Append(LastLine().TrimStart().StartsWith('>') ? ready.Replace("\n", "\n> ", StringComparison.Ordinal) : ready);
            return;
        }

        var line = StateOf(LastLine());
        Markdown.AppendEscaped(_markdown, value.Text, ref line);
        if (_markdown[^1] == ':' && _markdown[^2] != '\\')
            _markdown.Insert(_markdown.Length - 1, '\\');
    }

    public override string ToString() => _markdown.ToString().Trim();

    // In an address that is not ended yet: Discord reads what is escaped there as if it were not.
    private void BreakAddress()
    {
        var line = LastLine();
        var open = line.LastIndexOf("](", StringComparison.Ordinal);
        if (open >= 0 && line.IndexOf(')', open) < 0)
            _markdown.Insert(_markdown.Length - line.Length + open + 1, '\\');
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

    [GeneratedRegex(@"\G<a?:\w{2,32}:\d{17,20}>", RegexOptions.CultureInvariant)]
    private static partial Regex Emoji();
}
