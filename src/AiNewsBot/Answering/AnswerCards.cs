using System.Collections.Immutable;
using AiNewsBot.Answering.Pictures;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;

namespace AiNewsBot.Answering;

/// <summary>Answers as cards: the verdict with its colour and one plain sentence first, then the split, the notes, and the sources with
/// their dates.</summary>
internal static class AnswerCards
{
    private const int MaxSources = 6;
    private const int MaxShortSources = 2;
    private const int MaxShortLines = 12;
    private const int RoomForSources = 1600;
    private const int MaxTitleLength = 200;
    private const int MaxChoices = 4;
    private const int MaxButtons = 5;
    private const int MaxPage = 9999;

    /// <summary>The card of an answer.</summary>
    /// <param name="asked">The question, to be shown above; null where the answer's title says it all.</param>
    /// <param name="isShareable">Whether a refusal, which is shown to the one who asked alone, offers to be shown to all.</param>
    /// <param name="details">More on the model that was looked up: then the card is a long one.</param>
    public static Card Create(Answer answer, string? asked = null, bool isShareable = true, IReadOnlyList<string>? details = null)
    {
        var writer = new CardWriter(VerdictStyle.Accent(answer.Verdict));
        var isShort = details is null && IsShort(answer);
        var head = new List<string>();
        if (asked is { Length: > 0 and <= MaxTitleLength })
            head.Add($"-# {Markdown.Escape(asked.ReplaceLineEndings(" "))}");
        head.AddRange(answer.Readings.Select(reading => $"*{Markdown.Escape(reading)}*"));
        head.Add($"**{Symbol(answer)}{Markdown.Escape(answer.Lead)}**");
        if (answer.How is { } how)
            head.Add(Markdown.Escape(how));
        writer.Add(head, _ => "…");
        if (details is { Count: > 0 })
            writer.Add(details, More, reserve: RoomForSources);
        var sources = Sources(answer, isShort ? MaxShortSources : MaxSources);
        var room = isShort ? MaxShortLines - head.Count - sources.Count - (HasLegend(answer) ? 1 : 0) : int.MaxValue;
        var notes = answer.Notes.Select(Markdown.Escape).ToList();
        var rows = Shorten([.. answer.Rows.Select(Row)], Math.Max(1, room - Math.Min(notes.Count, 1)));
        AddRows(writer, answer, rows);
        notes = Shorten(notes, Math.Max(1, room - rows.Count));
        if (notes.Count > 0)
            writer.Add(notes, More, reserve: RoomForSources);
        if (sources.Count > 0)
            writer.Add(sources, More, isApart: true);
        AddButtons(writer, answer, asked, isShareable);
        return writer.ToCard();
    }

    /// <summary>The card of a question that has no answer, with a button that asks a server's moderators for one.</summary>
    public static Card WithTell(Card card, string asked) =>
        ButtonId.Format(ButtonId.Tell, asked) is { Length: <= ButtonId.MaxLength } tell && card.Buttons.Length < MaxButtons
            ? card with
            {
                Buttons = card.Buttons.Insert(card.Buttons.Length - (HasShare(card) ? 1 : 0), new CardButton(tell, "Tell the moderators")),
            }
            : card;

    private static bool HasShare(Card card) => card.Buttons is [.., var last] && ButtonId.Parse(last.Id).Action == ButtonId.ShareAnswer;

    /// <summary>What "More" shows: the whole answer with all of its sources, what people think of it, and the form to report a mistake.
    /// </summary>
    /// <param name="button">That was pressed.</param>
    public static Card CreateRest(Answer answer, MoreButton button)
    {
        var writer = new CardWriter(VerdictStyle.Accent(answer.Verdict));
        writer.Add([$"**{Symbol(answer)}{Markdown.Escape(answer.Lead)}**", .. answer.Readings.Select(Markdown.Escape)], _ => "…");
        AddRows(writer, answer, [.. answer.Rows.Select(Row)]);
        if (!answer.Notes.IsEmpty)
            writer.Add([.. answer.Notes.Select(Markdown.Escape)], More, reserve: RoomForSources);
        if (Sources(answer, int.MaxValue) is { Count: > 0 } sources)
            writer.Add(sources, More, isApart: true);
        if (answer.Status == AnswerStatus.Answered && button.For(ButtonId.Useful) is { Length: <= ButtonId.MaxLength } useful)
            writer.AddButton(useful, "Useful").AddButton(button.For(ButtonId.Wrong), "Wrong");
        if (answer.Subjects is [{ } subject, ..])
            writer.AddButton(ButtonId.Format(ButtonId.Report, subject.Id), "Report a mistake");
        return writer.ToCard();
    }

    /// <summary>The card of an answer that one person sees, with a button that shows it to all.</summary>
    public static Card WithShare(Card card, string asked) =>
        ShareId(asked) is { } share && card.Buttons.Length < MaxButtons
            ? card with
            {
                Buttons = card.Buttons.Add(new CardButton(share, "Share")),
            }
            : card;

    // The question comes back with the button: one that does not fit cannot be shared.
    private static string? ShareId(string? asked) =>
        asked is { Length: > 0 } && ButtonId.Format(ButtonId.ShareAnswer, asked) is { Length: <= ButtonId.MaxLength } id ? id : null;

    // A list or a timeline is as long as its page.
    private static bool IsShort(Answer answer) =>
        answer is { Status: AnswerStatus.Answered, Filter: null, Events.IsEmpty: true }
        && answer.Intent
            is Intent.Openness
                or Intent.Licence
                or Intent.CommercialUse
                or Intent.Restrictions
                or Intent.Component
                or Intent.ReleaseDate
                or Intent.Maker
                or Intent.Compare;

    private static List<string> Shorten(List<string> lines, int room) =>
        lines.Count <= room ? lines : [.. lines.Take(room - 1), More(lines.Count - room + 1)];

    private static bool HasLegend(Answer answer) => answer.Rows.Any(row => !row.Cells.IsEmpty);

    private static void AddRows(CardWriter writer, Answer answer, List<string> rows)
    {
        if (rows.Count > 0)
            writer.Add(rows, More, reserve: RoomForSources);
        var symbols = answer.Rows.SelectMany(row => row.Cells).Select(cell => cell.Availability).Distinct().OrderDescending().ToArray();
        if (symbols.Length > 0)
            writer.Add($"-# {string.Join(" · ", symbols.Select(one => $"{AvailabilityStyle.Symbol(one)} {PictureText.Format(one)}"))}");
    }

    private static List<string> Sources(Answer answer, int max)
    {
        var citations = Citation.From(answer);
        var lines = citations
            .Take(max)
            .Select(
                (citation, index) =>
                    $"-# {index + 1}\\. {Markdown.Link(citation.Label, citation.Source.Address)}, read {citation.VerifiedOn:yyyy-MM-dd}"
            )
            .ToList();
        var left = citations.Length - lines.Count;
        if (answer.Checked is { } day)
            lines.Add($"-# {Markdown.Escape(day)}{(left > 0 ? $" {SourcesLeft(left)}" : "")}");
        else if (left > 0)
            lines.Add($"-# {SourcesLeft(left)}");
        return lines;
    }

    private static string SourcesLeft(int count) => count == 1 ? "1 more source." : $"{count} more sources.";

    // One plan for all: Timeline, Licence, Compare, More, and Share where one person sees it.
    private static void AddButtons(CardWriter writer, Answer answer, string? asked, bool isShareable)
    {
        if (answer.Status is AnswerStatus.Ambiguous or AnswerStatus.UnknownSubject)
        {
            foreach (var choice in answer.Choices.Take(answer.Status == AnswerStatus.UnknownSubject ? MaxChoices - 1 : MaxChoices))
                writer.AddButton(ButtonId.Format(ButtonId.Model, choice.Id), choice.Name);
        }

        if (answer.Status != AnswerStatus.Answered)
        {
            if (isShareable && ShareId(asked) is { } share)
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
        var plan = answer
            .OtherReadings.Where(reading => reading != Aspect.Licence)
            .Select(reading => (Id: new AspectButton(reading, subject.Id).Id, Label: Label(reading)))
            .ToList();
        if (answer.Intent is not Intent.Timeline)
            plan.Add((ButtonId.Format(ButtonId.Timeline, subject.Id), "Timeline"));
        if (answer.Intent is not Intent.Licence)
            plan.Add((ButtonId.Format(ButtonId.Licence, subject.Id), "Licence"));
        plan.Add((ButtonId.Format(ButtonId.Compare, subject.Id), "Compare"));
        foreach (var (id, label) in plan.Take(MaxButtons - 1))
            writer.AddButton(id, label);
        writer.AddButton(MoreId(asked, subject.Id), "More");
    }

    // A question that does not fit is looked up by its subject.
    private static string MoreId(string? asked, string subject) =>
        asked is { Length: > 0 } && new MoreButton.ForQuestion(asked).Id is { Length: <= ButtonId.MaxLength } id
            ? id
            : new MoreButton.ForSubject(subject).Id;

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
            { Filter: { } filter } => ListPageId(ListFilterFields.Write(filter)),
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

    // A filter that does not fit has no pages to turn.
    private static Func<int, string>? ListPageId(ImmutableArray<string> filter) =>
        new ListPageButton(filter, MaxPage).Id.Length <= ButtonId.MaxLength ? page => new ListPageButton(filter, page).Id : null;

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
