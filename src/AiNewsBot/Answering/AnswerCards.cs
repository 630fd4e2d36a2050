using AiNewsBot.Chat.Cards;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Questions.Aspects;

namespace AiNewsBot.Answering;

/// <summary>Answers as cards: the verdict with its colour and one plain sentence first, then the split, the notes, and the sources with
/// their dates.</summary>
internal static class AnswerCards
{
    /// <summary>How many lines of a phone a short card takes.</summary>
    public const int MaxShortLines = 12;

    private const int MaxSources = 6;
    private const int MaxShortSources = 2;
    private const int RoomForSources = 1600;
    private const int MaxTitleLength = 200;
    private const int MaxShortTitleLength = 80;
    private const int MaxHowLines = 2;

    /// <summary>The card of an answer.</summary>
    public static Card Create(Answer answer, CardOptions? options = null)
    {
        options ??= CardOptions.Default;
        var writer = options.Details is null && IsShort(answer) ? CreateShort(answer, options) : CreateLong(answer, options);
        AnswerCardButtons.Add(writer, answer, options);
        return writer.ToCard();
    }

    /// <summary>The card of the answer to a question.</summary>
    public static Card Create(Answer answer, string asked) => Create(answer, new CardOptions { Asked = asked });

    /// <summary>What "More" shows: the whole answer with all of its sources, what else may have been asked, what people think of it, and
    /// the form to report a mistake.</summary>
    public static Card CreateRest(Answer answer, AnswerReference reference)
    {
        var writer = new CardWriter(VerdictStyle.Accent(answer.Verdict));
        writer.Add([AnswerText.Lead(answer, answer.Lead), .. answer.Readings.Select(Markdown.Escape)], _ => "…");
        if (answer.How is { } how)
            writer.Add(Markdown.Escape(how));
        AddBody(writer, answer, int.MaxValue);
        AnswerCardButtons.AddRest(writer, answer, reference);
        return writer.ToCard();
    }

    private static CardWriter CreateLong(Answer answer, CardOptions options)
    {
        var writer = new CardWriter(VerdictStyle.Accent(answer.Verdict));
        var head = Title(options, MaxTitleLength);
        head.AddRange(Readings(answer));
        head.Add(AnswerText.Lead(answer, answer.Lead));
        if (answer.How is { } how)
            head.Add(Markdown.Escape(how));
        writer.Add(head, _ => "…");
        if (options.Details is { Count: > 0 } details)
            writer.Add(details, AnswerText.More, reserve: RoomForSources);
        AddBody(writer, answer, MaxSources);
        return writer;
    }

    // What a phone shows at once: the sentence, what it splits into, and two sources. The rest is behind "More".
    private static CardWriter CreateShort(Answer answer, CardOptions options)
    {
        var writer = new CardWriter(VerdictStyle.Accent(answer.Verdict));
        var (lead, items) = LeadSplitter.Split(answer.Lead);
        var head = Title(options, MaxShortTitleLength);
        head.AddRange(Readings(answer));
        head.Add(AnswerText.Lead(answer, lead));
        var legend = AnswerText.Legend(answer);
        var sources = AnswerText.ShortSources(answer, MaxShortSources);
        var room = MaxShortLines - Lines(head) - Lines(sources) - (legend is null ? 0 : PhoneLines.Count(legend));
        List<string> notes = [.. answer.Notes.Select(Markdown.Escape)];
        if (answer.How is { } how)
        {
            var whole = Markdown.Escape(how);
            var rest = answer.Rows.Length + Lines(notes);

            // That moderators state it is said in its last sentence, and is never left out.
            var isWhole = answer.Facts is [{ IsLocal: true }, ..] || PhoneLines.Count(whole) + rest <= room;
            head.Add(isWhole ? whole : PhoneLines.Cut(whole, MaxHowLines));
            room -= PhoneLines.Count(head[^1]);
        }

        List<string> rows = [.. items, .. AnswerText.ShortRows(answer, room - (notes.Count > 0 ? 1 : 0))];
        var shown = PhoneLines.Fit([.. rows, .. notes], room, AnswerText.More);
        writer.Add(head, _ => "…");
        if (rows.Count > 0 && shown.Count > 0)
            writer.Add([.. shown.Take(rows.Count)], _ => "…");
        if (legend is not null)
            writer.Add(legend);
        if (shown.Count > rows.Count)
            writer.Add([.. shown.Skip(rows.Count)], _ => "…");
        if (sources.Count > 0)
            writer.Add(sources, _ => "…", isApart: true);
        return writer;
    }

    private static int Lines(IEnumerable<string> lines) => lines.Sum(PhoneLines.Count);

    private static List<string> Title(CardOptions options, int max) =>
        options.Asked is { Length: > 0 and <= MaxTitleLength } asked
            ? [$"-# {Markdown.Escape(Ellipsis.Shorten(asked.ReplaceLineEndings(" "), max))}"]
            : [];

    private static IEnumerable<string> Readings(Answer answer) => answer.Readings.Select(reading => $"*{Markdown.Escape(reading)}*");

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

    // All that is said, and as many sources as are wanted.
    private static void AddBody(CardWriter writer, Answer answer, int maxSources)
    {
        if (!answer.Rows.IsEmpty)
            writer.Add([.. answer.Rows.Select(AnswerText.Row)], AnswerText.More, reserve: RoomForSources);
        if (AnswerText.Legend(answer) is { } legend)
            writer.Add(legend);
        if (!answer.Notes.IsEmpty)
            writer.Add([.. answer.Notes.Select(Markdown.Escape)], AnswerText.More, reserve: RoomForSources);
        if (AnswerText.Sources(answer, maxSources) is { Count: > 0 } sources)
            writer.Add(sources, AnswerText.More, isApart: true);
    }
}
