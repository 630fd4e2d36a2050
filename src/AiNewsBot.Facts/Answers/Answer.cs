using System.Collections.Immutable;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Lists;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Facts.Answers;

/// <summary>An answer, in parts that a card, a terminal and a program can each show in their own way.</summary>
public sealed record Answer
{
    /// <summary>As it was asked.</summary>
    public required string Question { get; init; }

    /// <summary>How it was met.</summary>
    public required AnswerStatus Status { get; init; }

    /// <summary>What it asks for.</summary>
    public Intent? Intent { get; init; }

    /// <summary>Slug of the component that it asks about.</summary>
    public string? Component { get; init; }

    /// <summary>What it names.</summary>
    public ImmutableArray<SubjectView> Subjects { get; init; } = [];

    /// <summary>The day as of which it is answered, when one was asked for.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>All that it asks for, in order.</summary>
    public ImmutableArray<Aspect> Aspects { get; init; } = [];

    /// <summary>How sure the reading of the question is, from 0 to 1.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>What the question puts forward; null where it only asks.</summary>
    public AnsweredProposition? Proposition { get; init; }

    /// <summary>How open each release of what is asked about is; empty where the answer is on something else.</summary>
    public ImmutableArray<ReleaseState> Releases { get; init; } = [];

    /// <summary>The licence of all that is asked about; null without one, or with several.</summary>
    public Licence? Licence { get; init; }

    /// <summary>The version of the dataset; null where it is not known.</summary>
    public int? DatasetVersion { get; init; }

    /// <summary>Id of the release of which the subject is a variant; null for others.</summary>
    public string? VariantOf { get; init; }

    /// <summary>How open; null unless that is what is asked.</summary>
    public VerdictKind? Verdict { get; init; }

    /// <summary>The result of a release under each named definition.</summary>
    public ImmutableArray<DefinitionResult> Definitions { get; init; } = [];

    /// <summary>How the question was read, where that was not plain.</summary>
    public ImmutableArray<string> Readings { get; init; } = [];

    /// <summary>The answer in a sentence.</summary>
    public required string Lead { get; init; }

    /// <summary>What there is to say on it in the same breath; null where the sentence says it all.</summary>
    public string? How { get; init; }

    /// <summary>The split, list or timeline.</summary>
    public ImmutableArray<AnswerRow> Rows { get; init; } = [];

    /// <summary>Whether each row answers a part of the question by itself.</summary>
    internal bool IsListOfParts { get; init; }

    /// <summary>Whether it begins with the yes or no that was asked for, so that what is put forward besides is only a premise.</summary>
    internal bool IsDecided { get; init; }

    /// <summary>What it says to be so or not, where it begins with that; null where it begins with what was asked.</summary>
    internal string? Judged { get; init; }

    /// <summary>What the rows of a timeline tell; empty for other answers.</summary>
    public ImmutableArray<TimelineEntry> Events { get; init; } = [];

    /// <summary>Which part of a long list or timeline the rows are.</summary>
    public Page Page { get; init; } = Page.Only;

    /// <summary>What the list was narrowed by; null when it is no list.</summary>
    public ListFilter? Filter { get; init; }

    /// <summary>More sentences.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>What the one who asked may have meant.</summary>
    public ImmutableArray<SubjectView> Choices { get; init; } = [];

    /// <summary>What else may have been asked of its subject, the likeliest first; empty where the reading is sure.</summary>
    public ImmutableArray<Aspect> OtherReadings { get; init; } = [];

    /// <summary>The statements from which it follows.</summary>
    public ImmutableArray<Statement> Facts { get; init; } = [];

    /// <summary>When the facts were checked, as a sentence; null without facts.</summary>
    public string? Checked { get; init; }

    /// <summary>All of it as plain text.</summary>
    public string Text =>
        string.Join(
            '\n',
            Readings
                .Append(How is null ? Lead : $"{Lead} {How}")
                .Concat(Rows.Select(row => row.Label.Length == 0 ? $"- {row.Value}" : $"- {row.Label}: {row.Value}"))
                .Concat(Notes)
                .Concat(Checked is null ? [] : [Checked])
        );
}
