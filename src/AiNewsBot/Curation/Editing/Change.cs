using AiNewsBot.Storage;

namespace AiNewsBot.Curation.Editing;

/// <summary>A requested change.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Layer">In which layer.</param>
/// <param name="Subject">Id of the subject.</param>
/// <param name="Property">Slug of the property.</param>
/// <param name="Content">What the statement shall say.</param>
internal sealed record Change(ChangeKind Kind, Layer Layer, string Subject, string Property, StatementContent Content)
{
    /// <summary>The statement that it changes, of this layer or the global one under it; null for a new one.</summary>
    public string? Statement { get; init; }

    /// <summary>The revision of that statement that its author saw.</summary>
    public long Base { get; init; }

    /// <summary>Why, in the author's words.</summary>
    public string? Reason { get; init; }

    /// <summary>What it is part of, such as an import.</summary>
    public string? BatchId { get; init; }

    /// <summary>The revision that it takes back.</summary>
    public long? Undoes { get; init; }
}
