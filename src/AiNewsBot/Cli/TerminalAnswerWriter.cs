using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Verdicts;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace AiNewsBot.Cli;

/// <summary>An answer in a terminal: a card for eyes, plain lines for a pipe.</summary>
internal static class TerminalAnswerWriter
{
    private const int MaxSources = 6;

    /// <summary>Writes the card.</summary>
    public static void Write(IAnsiConsole console, Answer answer)
    {
        var rows = new List<IRenderable>();
        rows.AddRange(answer.Readings.Select(reading => new Text(reading, new Style(decoration: Decoration.Italic))));
        rows.Add(
            new Text(
                answer.Verdict is { } verdict ? $"{SymbolOf(verdict)} {answer.Lead}" : answer.Lead,
                new Style(TerminalColors.For(answer.Verdict), decoration: Decoration.Bold)
            )
        );
        if (answer.How is { } how)
            rows.Add(new Text(how));
        if (!answer.Rows.IsEmpty)
            rows.Add(TableOf(answer));
        rows.AddRange(answer.Notes.Select(note => new Text(note)));
        if (answer.Checked is { } day)
            rows.Add(new Text(day, new Style(TerminalColors.Quiet)));
        console.Write(
            new Panel(new Rows(rows))
            {
                Border = BoxBorder.Rounded,
                BorderStyle = new Style(TerminalColors.For(answer.Verdict)),
                Padding = new Padding(1, 0),
            }
        );
        WriteSources(console, answer);
    }

    /// <summary>Writes the same as lines.</summary>
    public static void WritePlain(TextWriter writer, Answer answer)
    {
        writer.WriteLine(answer.Text);
        foreach (var line in SourceLines(answer))
            writer.WriteLine(line);
    }

    // A symbol, what it is about, what is so: long texts stay in their column.
    private static Grid TableOf(Answer answer)
    {
        var table = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(1));
        var hasLabels = answer.Rows.Any(row => row.Label.Length > 0);
        if (hasLabels)
            table.AddColumn(new GridColumn().PadRight(2));
        table.AddColumn(new GridColumn().PadRight(0));
        foreach (var row in answer.Rows)
        {
            IRenderable[] cells =
            [
                new Text(SymbolOf(row), new Style(TerminalColors.For(row.Verdict))),
                new Text(row.Label, new Style(decoration: Decoration.Bold)),
                new Text(row.Value),
            ];
            table.AddRow(hasLabels ? cells : [cells[0], cells[2]]);
        }

        return table;
    }

    // Of one column each in every terminal; they differ in shape as in colour.
    private static string SymbolOf(AnswerRow row) =>
        row switch
        {
            { Verdict: { } verdict } => SymbolOf(verdict),
            { Commercial: { } commercial } => commercial switch
            {
                CommercialUse.Yes => "✔",
                CommercialUse.Conditional => "◐",
                CommercialUse.No => "✘",
                _ => "○",
            },
            { Availability: { } availability } => availability switch
            {
                Availability.Available => "✔",
                Availability.Unavailable => "✘",
                Availability.Unknown => "○",
                _ => "◐",
            },
            _ => "•",
        };

    private static string SymbolOf(VerdictKind verdict) =>
        verdict switch
        {
            VerdictKind.OpenSource => "✔",
            VerdictKind.OpenWeights => "●",
            VerdictKind.RestrictedWeights => "◐",
            VerdictKind.NonCommercialWeights => "⊘",
            VerdictKind.Closed => "✘",
            VerdictKind.Mixed => "◑",
            _ => "○",
        };

    // Below the card, where no border breaks an address: it can be clicked, and copied as a whole.
    private static void WriteSources(IAnsiConsole console, Answer answer)
    {
        var citations = Citation.From(answer);
        foreach (var (citation, index) in citations.Take(MaxSources).Select((citation, index) => (citation, index)))
        {
            console.Write(new Text($"[{index + 1}] {citation.Label}\n", new Style(TerminalColors.Quiet)));
            console.Write(new AddressLine(citation.Source.Address));
        }

        if (More(citations) is { } more)
            console.Write(new Text($"{more}\n", new Style(TerminalColors.Quiet)));
    }

    private static List<string> SourceLines(Answer answer)
    {
        var citations = Citation.From(answer);
        var lines = citations
            .Take(MaxSources)
            .Select((citation, index) => $"[{index + 1}] {citation.Label} {citation.Source.Address}")
            .ToList();
        if (More(citations) is { } more)
            lines.Add(more);
        return lines;
    }

    private static string? More(ImmutableArray<Citation> citations) =>
        citations.Length > MaxSources ? $"    and {citations.Length - MaxSources} more: ask with --json to see them all" : null;
}
