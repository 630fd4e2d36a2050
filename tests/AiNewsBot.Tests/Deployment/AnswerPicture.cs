using System.Globalization;
using System.Net;
using System.Text;
using AiNewsBot.Answering;
using AiNewsBot.Facts.Answers;

namespace AiNewsBot.Tests.Deployment;

/// <summary>An answer's card as a drawing for the README: the same texts, in the same order, with the verdict's colour.</summary>
internal static class AnswerPicture
{
    private const int Width = 760;
    private const int Margin = 24;
    private const int LineHeight = 22;
    private const int LettersInLine = 92;

    public static string Draw(Answer answer, string asked)
    {
        var lines = new List<(string Text, string Style)> { ($"/ask question: {asked}", "s") };
        Add(answer.Lead, "b");
        if (answer.How is { } how)
            Add(how, "n");
        foreach (var row in answer.Rows)
            Add($"{VerdictStyle.Symbol(row.Verdict)} {row.Label}: {row.Value}", "n");
        foreach (var note in answer.Notes)
            Add(note, "n");
        lines.Add(("", "rule"));
        var number = 1;
        foreach (var citation in Citation.From(answer).Take(6))
            Add($"{number++}. {citation.Label}, read {citation.VerifiedOn:yyyy-MM-dd}", "s");
        Add(answer.Checked!, "s");

        var height = 2 * Margin + lines.Count * LineHeight;
        var svg = new StringBuilder();
        svg.Append(
            CultureInfo.InvariantCulture,
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{Width}" height="{height}" viewBox="0 0 {Width} {height}" role="img" aria-label="The bot's answer to: {WebUtility.HtmlEncode(
                asked
            )}">
            <style>text{"{"}font:15px 'Helvetica Neue',Helvetica,Arial,sans-serif;fill:#dbdee1{"}"}.b{"{"}font-weight:bold;fill:#fff{"}"}.s{"{"}font-size:12.5px;fill:#949ba4{"}"}</style>
            <rect width="{Width}" height="{height}" rx="8" fill="#2b2d31"/>
            <rect width="5" height="{height}" rx="2" fill="#{VerdictStyle.Accent(answer.Verdict):x6}"/>

            """
        );
        var y = Margin + 12;
        foreach (var (text, style) in lines)
        {
            svg.Append(CultureInfo.InvariantCulture, $"{(style == "rule" ? Rule(y) : Text(text, y, style))}\n");
            y += LineHeight;
        }

        return svg.Append("</svg>\n").ToString();

        void Add(string text, string style)
        {
            foreach (var line in Wrap(text))
                lines.Add((line, style));
        }
    }

    private static string Rule(int y) =>
        $"<line x1=\"{Margin}\" y1=\"{y - 5}\" x2=\"{Width - Margin}\" y2=\"{y - 5}\" stroke=\"#4e5058\"/>";

    private static string Text(string text, int y, string style) =>
        $"<text x=\"{Margin}\" y=\"{y}\" class=\"{style}\">{WebUtility.HtmlEncode(text)}</text>";

    private static IEnumerable<string> Wrap(string text)
    {
        var line = new StringBuilder();
        foreach (var word in text.Split(' '))
        {
            if (line.Length + word.Length > LettersInLine)
            {
                yield return line.ToString();
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        yield return line.ToString();
    }
}
