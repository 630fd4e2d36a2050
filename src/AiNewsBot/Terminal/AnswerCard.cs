using AiNewsBot.Answering;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Verdicts;
using Spectre.Console;

namespace AiNewsBot.Terminal;

/// <summary>An answer in a terminal: a card for eyes, plain lines for a pipe.</summary>
public static class AnswerCard
{
    private const int MostSources = 6;

    /// <summary>Writes the card.</summary>
    public static void Write(IAnsiConsole console, Answer answer)
    {
        var rows = new List<Text>();
        rows.AddRange(answer.Readings.Select(reading => new Text(reading, new Style(decoration: Decoration.Italic))));
        rows.Add(new Text(answer.Lead, new Style(decoration: Decoration.Bold)));
        rows.AddRange(answer.Rows.Select(row => new Text(row.Label.Length == 0 ? $"• {row.Value}" : $"• {row.Label}: {row.Value}", new Style(ColorOf(row.Verdict)))));
        rows.AddRange(answer.Notes.Select(note => new Text(note)));
        var sources = SourceLines(answer);
        if (sources.Count > 0)
            rows.Add(new Text(""));
        rows.AddRange(sources.Select(line => new Text(line, new Style(Color.Grey))));
        if (answer.Checked is { } day)
            rows.Add(new Text(day, new Style(Color.Grey)));
        console.Write(new Panel(new Rows(rows)) { Border = BoxBorder.Rounded, BorderStyle = new Style(ColorOf(answer.Verdict)), Padding = new Padding(1, 0) });
    }

    /// <summary>Writes the same as lines.</summary>
    public static void WritePlain(TextWriter writer, Answer answer)
    {
        writer.WriteLine(answer.Text);
        foreach (var line in SourceLines(answer))
            writer.WriteLine(line);
    }

    private static List<string> SourceLines(Answer answer)
    {
        var citations = Citation.Of(answer);
        var lines = citations.Take(MostSources).Select((citation, index) => $"[{index + 1}] {citation.Label} {citation.Source.Url}").ToList();
        if (citations.Length > MostSources)
            lines.Add($"    and {citations.Length - MostSources} more: ask with --json to see them all");
        return lines;
    }

    private static Color ColorOf(VerdictKind? verdict) => verdict switch
    {
        VerdictKind.OpenSource => Color.Green,
        VerdictKind.OpenWeights => Color.Aqua,
        VerdictKind.RestrictedWeights => Color.Yellow,
        VerdictKind.NonCommercialWeights => Color.Orange1,
        VerdictKind.Closed => Color.Red,
        VerdictKind.Mixed => Color.MediumPurple1,
        _ => Color.Default,
    };
}
