using AiNewsBot.Facts.Model;

namespace AiNewsBot.Answering;

/// <summary>How an answer is shown.</summary>
internal sealed record CardOptions
{
    public static CardOptions Default { get; } = new();

    /// <summary>The question, to be shown above; null where the answer's title says it all.</summary>
    public string? Asked { get; init; }

    /// <summary>Whether a refusal, which is shown to the one who asked alone, offers to be shown to all.</summary>
    public bool IsShareable { get; init; } = true;

    /// <summary>More on the model that was looked up: then the card is a long one.</summary>
    public IReadOnlyList<string>? Details { get; init; }

    /// <summary>What a press of a choice shows; null where it describes the choice.</summary>
    public Func<SubjectView, AnswerReference>? Choose { get; init; }

    /// <summary>What the answer is of; null where that follows from itself.</summary>
    public AnswerReference? Reference { get; init; }
}
