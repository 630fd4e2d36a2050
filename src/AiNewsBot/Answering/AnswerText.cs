using System.Globalization;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Texts;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Answering;

/// <summary>The lines of an answer's card.</summary>
internal static class AnswerText
{
    private const int MaxRowLines = 3;

    public static string More(int count) => $"-# {Texts["card.more_lines", ("count", Number(count))]}";

    public static string Lead(Answer answer, string lead) =>
        $"**{(answer.Verdict is { } verdict ? VerdictStyle.Symbol(verdict) + " " : "")}{Markdown.Escape(lead)}**";

    public static string Row(AnswerRow row)
    {
        var symbol = row switch
        {
            { Verdict: { } verdict } => VerdictStyle.Symbol(verdict) + " ",
            { Commercial: { } commercial } => CommercialStyle.Symbol(commercial) + " ",
            { Availability: { } availability } => AvailabilityStyle.Symbol(availability) + " ",
            _ => "",
        };
        var mark = row.IsLocal ? $" *({Texts["card.of_moderators"]})*" : "";
        if (!row.Cells.IsEmpty)
        {
            var cells = row.Cells.Select(cell => $"{AvailabilityStyle.Symbol(cell.Availability)} {Markdown.Escape(cell.Name)}");
            return $"- **{Markdown.Escape(row.Label)}**: {string.Join(" · ", cells)}";
        }

        return row.Label.Length == 0
            ? $"- {symbol}{Markdown.Escape(row.Value)}{mark}"
            : $"- {symbol}**{Markdown.Escape(row.Label)}**: {Markdown.Escape(row.Value)}{mark}";
    }

    /// <summary>The rows in so many lines of a phone where that can be: of many names in a row, the first are told.</summary>
    public static IEnumerable<string> ShortRows(Answer answer, int lines)
    {
        for (var max = MaxRowLines; max > 1; max--)
        {
            var rows = answer.Rows.Select(row => ShortRow(row, max)).ToArray();
            if (rows.Sum(PhoneLines.Count) <= lines)
                return rows;
        }

        return answer.Rows.Select(row => ShortRow(row, 1));
    }

    private static string ShortRow(AnswerRow row, int max)
    {
        var names = row.Label.Split(", ");
        var line = Row(row);
        for (var count = names.Length - 1; count > 0 && PhoneLines.Count(line) > max; count--)
            line = Row(row with { Label = $"{string.Join(", ", names.Take(count))}, …" });
        return line;
    }

    /// <summary>What the signs of a table mean; null where there is none.</summary>
    public static string? Legend(Answer answer)
    {
        var signs = answer.Rows.SelectMany(row => row.Cells).Select(cell => cell.Availability).Distinct().OrderDescending().ToArray();
        return signs.Length == 0
            ? null
            : $"-# {string.Join(" · ", signs.Select(sign => $"{AvailabilityStyle.Symbol(sign)} {Format(sign)}"))}";
    }

    /// <summary>Whether something can be had.</summary>
    public static string Format(Availability availability) =>
        Texts[
            availability switch
            {
                Availability.Available => "card.available",
                Availability.Gated => "card.gated",
                Availability.OnRequest => "card.on_request",
                Availability.Partial => "card.partial",
                Availability.Unavailable => "card.unavailable",
                _ => "card.unknown",
            }
        ];

    /// <summary>The first sources with the days on which they were read, and how many more there are.</summary>
    public static List<string> Sources(Answer answer, int max)
    {
        var citations = Citation.From(answer);
        var lines = citations
            .Take(max)
            .Select(
                (citation, index) =>
                    $"{Line(index, Markdown.Link(citation.Label, citation.Source.Address))}, "
                    + Texts["card.read", ("day", citation.VerifiedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))]
            )
            .ToList();
        AddChecked(lines, answer, citations.Length - lines.Count);
        return lines;
    }

    /// <summary>The same in a line of a phone each: how they are called as far as it fits, and the day of all of them.</summary>
    public static List<string> ShortSources(Answer answer, int max)
    {
        const int MaxLabel = PhoneLines.Width - 4;
        var citations = Citation.From(answer);
        var lines = citations
            .Take(max)
            .Select((citation, index) => Line(index, Markdown.Link(Ellipsis.Shorten(citation.Label, MaxLabel), citation.Source.Address)))
            .ToList();
        AddChecked(lines, answer, citations.Length - lines.Count);
        return lines;
    }

    private static void AddChecked(List<string> lines, Answer answer, int left)
    {
        var more = left > 0 ? Texts[left == 1 ? "card.source" : "card.sources", ("count", Number(left))] : "";
        if (answer.Checked is { } day)
            lines.Add($"-# {Markdown.Escape(day)} {more}".TrimEnd());
        else if (left > 0)
            lines.Add($"-# {more}");
    }

    private static ChatTexts Texts => ChatTexts.Current;

    private static string Line(int index, string source) => $"-# {Number(index + 1)}\\. {source}";

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
