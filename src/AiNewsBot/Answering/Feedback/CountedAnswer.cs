namespace AiNewsBot.Answering.Feedback;

/// <summary>An answer with what people said of it. Dapper fills init properties.</summary>
internal sealed record CountedAnswer
{
    public long Number { get; init; }

    public required string Question { get; init; }

    public required string Answer { get; init; }

    public long Useful { get; init; }

    public long Wrong { get; init; }
}
