using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Facts.Tests.Questions;

/// <summary>A row of the question set: a question and what a person who knows the facts expects of its answer.</summary>
/// <param name="Language">Its language.</param>
/// <param name="Text">The question.</param>
/// <param name="Outcomes">Intents of an answer, or statuses of a refusal; any of them will do.</param>
/// <param name="Subjects">Whom the answer is about, each with alternatives; empty when that does not matter.</param>
/// <param name="Values">Verdicts or components; empty when that does not matter.</param>
/// <param name="AsOf">The day as of which it is answered; null when that does not matter.</param>
/// <param name="Says">What the answer says, each with alternatives.</param>
/// <param name="NeverSays">What it must not say.</param>
public sealed record AskedQuestion(
    string Language,
    string Text,
    string[] Outcomes,
    string[][] Subjects,
    string[] Values,
    string? AsOf,
    string[][] Says,
    string[] NeverSays
)
{
    private const string Unchecked = "-";

    /// <summary>The rows of all files.</summary>
    public static IEnumerable<AskedQuestion> ReadAll() =>
        Directory
            .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Questions", "Rows"), "*.txt")
            .Order(StringComparer.Ordinal)
            .SelectMany(file =>
                File.ReadLines(file).Where(line => line.Length > 0 && line[0] != '#').Select(line => Parse(LanguageOf(file), line))
            );

    /// <summary>What is wrong with an answer; null when it is as expected.</summary>
    public string? GetError(Answer answer)
    {
        var isAnswered = answer.Status == AnswerStatus.Answered;
        var outcome = isAnswered ? answer.Intent?.ToSlug() ?? "answered" : Slug(answer.Status);
        if (!Outcomes.Contains(outcome))
            return $"outcome is {outcome}, not {string.Join(" or ", Outcomes)}";
        if (isAnswered && GetSubjectsError(answer) is { } subjects)
            return subjects;
        if (isAnswered && GetValueError(answer) is { } value)
            return value;
        if (isAnswered && AsOf is not null && answer.AsOf?.ToString("yyyy-MM-dd", null) != AsOf)
            return $"as of {answer.AsOf:yyyy-MM-dd}, not {AsOf}";
        return Says.FirstOrDefault(says => !says.Any(text => answer.Text.Contains(text, StringComparison.OrdinalIgnoreCase))) is { } missing
                ? $"does not say {string.Join(" or ", missing)}"
            : NeverSays.FirstOrDefault(text => answer.Text.Contains(text, StringComparison.OrdinalIgnoreCase)) is { } wrong
                ? $"says {wrong}"
            : null;
    }

    private string? GetSubjectsError(Answer answer)
    {
        var left = answer.Subjects.ToList();
        foreach (var wanted in Subjects)
        {
            if (left.Find(view => wanted.Contains(view.Id)) is { } found)
                left.Remove(found);
            else if (!wanted.Contains(Unchecked) || left.Count > 0)
                return $"subjects are {string.Join(", ", answer.Subjects.Select(view => view.Id))}, without {string.Join(" or ", wanted)}";
        }

        // A maker or a licence beside the model that is asked about adds to the answer; another model is another question.
        return Subjects.Length > 0 && left.Find(view => view.IsModel) is { } extra ? $"answers for {extra.Id} too" : null;
    }

    private string? GetValueError(Answer answer)
    {
        var value = answer.Intent switch
        {
            Intent.Openness => answer.Verdict?.ToSlug() ?? Unchecked,
            Intent.Component => answer.Component,
            _ => null,
        };
        return Values.Length == 0 || value is null || Values.Contains(value) ? null : $"{value}, not {string.Join(" or ", Values)}";
    }

    private static AskedQuestion Parse(string language, string line)
    {
        // From the right: a question may hold the separator.
        var cells = line.Split(" | ");
        if (cells.Length < 5)
            throw new FormatException($"A row has five cells: {line}");
        var says = Cell(cells[^1]).Split(" & ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var value = Cell(cells[^2]).Split('@');
        return new AskedQuestion(
            language,
            string.Join(" | ", cells[..^4]).Trim(),
            Cell(cells[^4]).Split('/'),
            [.. Cell(cells[^3]).Split(',', StringSplitOptions.RemoveEmptyEntries).Select(subject => subject.Split('/'))],
            Cell(value[0]).Split('/', StringSplitOptions.RemoveEmptyEntries),
            value.Length > 1 ? value[1].Trim() : null,
            [.. says.Where(text => text[0] != '!').Select(text => text.Split('/'))],
            [.. says.Where(text => text[0] == '!').Select(text => text[1..])]
        );
    }

    // A file that is called by a language is in that; all others are in English.
    private static string LanguageOf(string file) =>
        Path.GetFileNameWithoutExtension(file) switch
        {
            "hi-latn" => "hi-Latn",
            ['d', 'e'] or ['e', 's'] or ['f', 'r'] or ['j', 'a'] or ['p', 't'] or ['z', 'h'] => Path.GetFileNameWithoutExtension(file),
            _ => "en",
        };

    private static string Cell(string cell) => cell.Trim() == Unchecked ? "" : cell.Trim();

    private static string Slug(AnswerStatus status) =>
        status switch
        {
            AnswerStatus.Ambiguous => "ambiguous",
            AnswerStatus.UnknownSubject => "unknown_subject",
            AnswerStatus.NoFact => "no_fact",
            _ => "out_of_scope",
        };
}
