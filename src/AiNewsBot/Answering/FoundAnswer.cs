using AiNewsBot.Facts.Answers;

namespace AiNewsBot.Answering;

/// <summary>An answer that a button refers to.</summary>
/// <param name="Answer">As the facts are now.</param>
/// <param name="Asked">The question; null where something was looked up.</param>
internal sealed record FoundAnswer(Answer Answer, string? Asked = null)
{
    /// <summary>Whether it is a model that was looked up by its name.</summary>
    public bool IsLookup { get; init; }
}
