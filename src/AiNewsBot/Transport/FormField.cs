using System.Collections.Immutable;

namespace AiNewsBot.Transport;

/// <summary>A field of a form.</summary>
/// <param name="Id">By which its text comes back.</param>
/// <param name="Label">At most 45 characters.</param>
/// <param name="Hint">Shown while it is empty; at most 100 characters.</param>
/// <param name="Longest">The most characters that it takes.</param>
public sealed record FormField(string Id, string Label, string? Hint = null, int Longest = 100)
{
    /// <summary>What it takes.</summary>
    public FieldKind Kind { get; init; }

    /// <summary>What stands in it already: a text, or ids with spaces between them.</summary>
    public string? Value { get; init; }

    /// <summary>Whether it may stay empty.</summary>
    public bool IsOptional { get; init; }

    /// <summary>What there is to choose, at most 25.</summary>
    public ImmutableArray<Suggestion> Choices { get; init; } = [];
}
