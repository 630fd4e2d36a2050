using AiNewsBot.Cards;
using AiNewsBot.Facts;
using AiNewsBot.Facts.Answers;

namespace AiNewsBot.Answering;

/// <summary>Answers as cards: the verdict with its colour and one plain sentence first, then the split, the notes, and the sources with their dates.</summary>
public static class AnswerCards
{
    private const int MostSources = 6;
    private const int RoomForSources = 1600;
    private const int LongestTitle = 200;

    /// <summary>The card of an answer.</summary>
    /// <param name="asked">The question, to be shown above; null where the answer's title says it all.</param>
    public static Card Of(Answer answer, string? asked = null)
    {
        var writer = new CardWriter(VerdictStyle.Accent(answer.Verdict));
        var head = new List<string>();
        if (asked is { Length: > 0 and <= LongestTitle })
            head.Add($"-# {Markdown.Escape(asked.ReplaceLineEndings(" "))}");
        head.AddRange(answer.Readings.Select(reading => $"*{Markdown.Escape(reading)}*"));
        head.Add($"**{Symbol(answer)}{Markdown.Escape(answer.Lead)}**");
        writer.Add(head, _ => "…");
        var rows = answer.Rows.Select(Row).ToArray();
        if (rows.Length > 0)
            writer.Add(rows, More, reserve: RoomForSources);
        if (!answer.Notes.IsEmpty)
            writer.Add([.. answer.Notes.Select(Markdown.Escape)], More, reserve: RoomForSources);
        AddSources(writer, answer);
        AddButtons(writer, answer);
        return writer.ToCard();
    }

    private static void AddSources(CardWriter writer, Answer answer)
    {
        var citations = Citation.Of(answer);
        var lines = citations.Take(MostSources)
            .Select((citation, index) => $"-# {index + 1}\\. {Markdown.Link(citation.Label, citation.Source.Url)}, read {citation.VerifiedOn:yyyy-MM-dd}").ToList();
        if (citations.Length > MostSources)
            lines.Add($"-# and {citations.Length - MostSources} more");
        if (answer.Checked is { } day)
            lines.Add($"-# {Markdown.Escape(day)}");
        if (lines.Count > 0)
            writer.Add(lines, More, isApart: true);
    }

    private static void AddButtons(CardWriter writer, Answer answer)
    {
        if (answer.Status is AnswerStatus.Ambiguous or AnswerStatus.UnknownSubject)
        {
            foreach (var choice in answer.Choices.Take(5))
                writer.AddButton(ButtonId.Of(ButtonId.Model, choice.Id), choice.Name);
            return;
        }

        if (answer.Subjects is not [{ Subject.Kind: SubjectKind.Release or SubjectKind.Family or SubjectKind.Organization } subject])
            return;
        writer.AddButton(ButtonId.Of(ButtonId.Timeline, subject.Id), "Timeline");
        writer.AddButton(ButtonId.Of(ButtonId.Licence, subject.Id), "Licence");
    }

    private static string Symbol(Answer answer) => answer.Verdict is { } verdict ? VerdictStyle.Symbol(verdict) + " " : "";

    private static string Row(AnswerRow row)
    {
        var symbol = row.Verdict is { } verdict ? VerdictStyle.Symbol(verdict) + " " : "";
        return row.Label.Length == 0 ? $"- {symbol}{Markdown.Escape(row.Value)}" : $"- {symbol}**{Markdown.Escape(row.Label)}**: {Markdown.Escape(row.Value)}";
    }

    private static string More(int count) => $"-# and {count} more";
}
