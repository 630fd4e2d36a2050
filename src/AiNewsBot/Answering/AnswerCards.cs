using AiNewsBot.Answering.Pictures;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;

namespace AiNewsBot.Answering;

/// <summary>Answers as cards: the verdict with its colour and one plain sentence first, then the split, the notes, and the sources with
/// their dates.</summary>
internal static class AnswerCards
{
    private const int MaxSources = 6;
    private const int RoomForSources = 1600;
    private const int MaxTitleLength = 200;
    private const int MaxChoices = 4;

    /// <summary>The card of an answer.</summary>
    /// <param name="asked">The question, to be shown above; null where the answer's title says it all.</param>
    /// <param name="isShareable">Whether a refusal, which is shown to the one who asked alone, offers to be shown to all.</param>
    public static Card Create(Answer answer, string? asked = null, bool isShareable = true)
    {
        var writer = new CardWriter(VerdictStyle.Accent(answer.Verdict));
        var head = new List<string>();
        if (asked is { Length: > 0 and <= MaxTitleLength })
            head.Add($"-# {Markdown.Escape(asked.ReplaceLineEndings(" "))}");
        head.AddRange(answer.Readings.Select(reading => $"*{Markdown.Escape(reading)}*"));
        head.Add($"**{Symbol(answer)}{Markdown.Escape(answer.Lead)}**");
        if (answer.How is { } how)
            head.Add(Markdown.Escape(how));
        writer.Add(head, _ => "…");
        AddRows(writer, answer);
        if (!answer.Notes.IsEmpty)
            writer.Add([.. answer.Notes.Select(Markdown.Escape)], More, reserve: RoomForSources);
        AddSources(writer, answer);
        AddButtons(writer, answer, isShareable ? asked : null);
        return writer.ToCard();
    }

    private static void AddRows(CardWriter writer, Answer answer)
    {
        var rows = answer.Rows.Select(Row).ToList();
        if (rows.Count > 0)
            writer.Add(rows, More, reserve: RoomForSources);
        var symbols = answer.Rows.SelectMany(row => row.Cells).Select(cell => cell.Availability).Distinct().OrderDescending().ToArray();
        if (symbols.Length > 0)
            writer.Add($"-# {string.Join(" · ", symbols.Select(one => $"{AvailabilityStyle.Symbol(one)} {PictureText.Format(one)}"))}");
    }

    private static void AddSources(CardWriter writer, Answer answer)
    {
        var citations = Citation.From(answer);
        var lines = citations
            .Take(MaxSources)
            .Select(
                (citation, index) =>
                    $"-# {index + 1}\\. {Markdown.Link(citation.Label, citation.Source.Url)}, read {citation.VerifiedOn:yyyy-MM-dd}"
            )
            .ToList();
        if (citations.Length > MaxSources)
            lines.Add($"-# and {citations.Length - MaxSources} more");
        if (answer.Checked is { } day)
            lines.Add($"-# {Markdown.Escape(day)}");
        if (lines.Count > 0)
            writer.Add(lines, More, isApart: true);
    }

    private static void AddButtons(CardWriter writer, Answer answer, string? asked)
    {
        if (answer.Status is AnswerStatus.Ambiguous or AnswerStatus.UnknownSubject)
        {
            foreach (var choice in answer.Choices.Take(MaxChoices))
                writer.AddButton(ButtonId.Format(ButtonId.Model, choice.Id), choice.Name);
        }

        if (answer.Status != AnswerStatus.Answered)
        {
            if (asked is { Length: > 0 } && ButtonId.Format(ButtonId.ShareAnswer, asked) is { Length: <= ButtonId.MaxLength } share)
                writer.AddButton(share, "Share");
            return;
        }

        AddPages(writer, answer);
        if (answer.Intent == Intent.Compare)
        {
            foreach (var compared in answer.Subjects)
                writer.AddButton(ButtonId.Format(ButtonId.Model, compared.Id), compared.Name);
        }

        if (
            answer.Subjects is not [{ Subject.Kind: SubjectKind.Release or SubjectKind.Family or SubjectKind.Organization } subject]
            || answer.Filter is not null
        )
            return;
        foreach (var reading in answer.OtherReadings.Where(reading => reading != Aspect.Licence))
            writer.AddButton(ButtonId.Format(ButtonId.Aspect, $"{reading.ToSlug()}:{subject.Id}"), Label(reading));
        if (answer.Intent is not Intent.Timeline)
            writer.AddButton(ButtonId.Format(ButtonId.Timeline, subject.Id), "Timeline");
        if (answer.Intent is not Intent.Licence)
            writer.AddButton(ButtonId.Format(ButtonId.Licence, subject.Id), "Licence");
        writer.AddButton(ButtonId.Format(ButtonId.Compare, subject.Id), "Compare");
        writer.AddButton(ButtonId.Format(ButtonId.Report, subject.Id), "Report a mistake");
    }

    private static string Label(Aspect reading)
    {
        var words = reading.ToSlug().Replace('_', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static void AddPages(CardWriter writer, Answer answer)
    {
        if (answer.Page.Count == 1)
            return;
        var (number, count) = answer.Page;
        Func<int, string>? id = answer switch
        {
            { Filter: { } filter } => ListFilterCodec.Write(filter) is { } code ? page => new ListPageButton(code, page).Id : null,
            { Intent: Intent.Timeline, Subjects: [{ } subject] } => page => new TimelinePageButton(subject.Id, page).Id,
            _ => null,
        };
        if (id is null)
            return;
        var isTimeline = answer.Filter is null;
        if (number > 1)
            writer.AddButton(id(number - 1), isTimeline ? "Later" : "Back");
        if (number < count)
            writer.AddButton(id(number + 1), isTimeline ? "Earlier" : "More");
    }

    private static string Symbol(Answer answer) => answer.Verdict is { } verdict ? VerdictStyle.Symbol(verdict) + " " : "";

    private static string Row(AnswerRow row)
    {
        var symbol = row switch
        {
            { Verdict: { } verdict } => VerdictStyle.Symbol(verdict) + " ",
            { Commercial: { } commercial } => CommercialStyle.Symbol(commercial) + " ",
            { Availability: { } availability } => AvailabilityStyle.Symbol(availability) + " ",
            _ => "",
        };
        var mark = row.IsLocal ? " *(moderators of this server)*" : "";
        if (!row.Cells.IsEmpty)
        {
            var cells = row.Cells.Select(cell => $"{AvailabilityStyle.Symbol(cell.Availability)} {Markdown.Escape(cell.Name)}");
            return $"- **{Markdown.Escape(row.Label)}**: {string.Join(" · ", cells)}";
        }

        return row.Label.Length == 0
            ? $"- {symbol}{Markdown.Escape(row.Value)}{mark}"
            : $"- {symbol}**{Markdown.Escape(row.Label)}**: {Markdown.Escape(row.Value)}{mark}";
    }

    private static string More(int count) => $"-# and {count} more";
}
