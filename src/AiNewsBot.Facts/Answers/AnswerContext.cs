using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Facts.Answers;

/// <summary>What every answer is built from: the facts, the wording, the question and the day.</summary>
internal sealed record AnswerContext(FactBase Facts, Wording Wording, Question Question, DateOnly Today, DateOnly? AsOf)
{
    /// <summary>The day as of which is answered.</summary>
    public DateOnly Day => AsOf ?? Today;

    /// <summary>Whether it is told in English, in which some of it is worded alone.</summary>
    public bool IsEnglish => Wording.Language == "en";

    /// <summary>An answer with what all have in common.</summary>
    public Answer Answer(IEnumerable<SubjectView> subjects, string lead, IEnumerable<Statement> facts) =>
        new()
        {
            Question = Question.Text,
            Status = AnswerStatus.Answered,
            Intent = Question.Intent,
            Subjects = [.. subjects],
            AsOf = AsOf,
            Lead = lead,
            Facts = [.. facts.Distinct()],
        };

    /// <summary>A refusal.</summary>
    public Answer Refuse(
        AnswerStatus status,
        string lead,
        IEnumerable<SubjectView>? subjects = null,
        IEnumerable<SubjectView>? choices = null
    ) =>
        new()
        {
            Question = Question.Text,
            Status = status,
            Intent = Question.Intent,
            Subjects = [.. subjects ?? []],
            AsOf = AsOf,
            Lead = lead,
            Choices = [.. choices ?? []],
        };

    /// <summary>Since when a statement has held.</summary>
    public string Since(Statement statement) =>
        statement.IsDateApproximate
            ? Wording["since", ("date", DayText.Raw(statement))]
            : Since(statement.ValidFrom ?? throw new ArgumentException("The statement has no date.", nameof(statement)));

    /// <summary>Since when; where sources differ, between which days it began.</summary>
    public string Since(FactDate date) =>
        date.Text.IndexOf('/', StringComparison.Ordinal) is > 0 and var split
            ? Wording["since_between", ("first", date.Text[..split]), ("last", date.Text[(split + 1)..])]
            : Wording["since", ("date", date.Text)];

    /// <summary>A day as answers write it.</summary>
    public static string Write(DateOnly day) => IsoDay.Format(day);

    /// <summary>Names of subjects, a few written out, the rest counted. A single one left
    /// over is named: to count it would take no less room.</summary>
    public string Names(IReadOnlyList<SubjectView> views, int most = 8)
    {
        var written = views.Count == most + 1 ? views.Count : most;
        var names = views.Take(written).Select(view => view.Name).ToList();
        if (views.Count > written)
            names.Add(Wording["list_more", ("count", (views.Count - written).ToString(CultureInfo.InvariantCulture))]);
        return string.Join(", ", names);
    }

    /// <summary>Names of components.</summary>
    public string Labels(ImmutableArray<string> slugs) => Wording.Join([.. slugs.Select(Wording.Label)]);
}
