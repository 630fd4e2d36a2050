using System.Collections.Immutable;

namespace AiNewsBot.Chat;

/// <summary>A field of a form.</summary>
/// <param name="Id">By which its text comes back.</param>
/// <param name="Label">At most 45 characters.</param>
/// <param name="Hint">Shown in it while it is empty, and else below its label; at most 100 characters.</param>
/// <param name="MaxLength">The most characters that it takes.</param>
internal sealed record FormField(string Id, string Label, string? Hint = null, int MaxLength = 100)
{
    /// <summary>What it takes.</summary>
    public FieldKind Kind { get; init; }

    /// <summary>The initial value: a text, or ids with spaces between them.</summary>
    public string? Value { get; init; }

    /// <summary>Whether it may stay empty.</summary>
    public bool IsOptional { get; init; }

    /// <summary>What there is to choose, at most 25.</summary>
    public ImmutableArray<OptionChoice> Choices { get; init; } = [];
}
