using System.Collections.Immutable;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Questions.Names;

/// <summary>A name in a question.</summary>
/// <param name="Start">Index of its first word.</param>
/// <param name="Count">How many words it has.</param>
/// <param name="Typed">As it was written.</param>
/// <param name="Candidates">The subjects that it may mean; empty for an unknown name.</param>
/// <param name="Role">What it does in the question.</param>
public sealed record Mention(int Start, int Count, string Typed, ImmutableArray<SubjectView> Candidates, MentionRole Role)
{
    /// <summary>The known subjects whose names an unknown one contains or continues: Grok-2 for "grok 2 mini".</summary>
    public ImmutableArray<SubjectView> Nearest { get; init; } = [];

    /// <summary>The known model that an unknown name ends with, behind words of its own: Llama 3 8B for "dolphin-2.9-llama3-8b". It is
    /// named after what it is built on, as a rule. Empty for others.</summary>
    public ImmutableArray<SubjectView> NamedAfter { get; init; } = [];

    /// <summary>The known model whose whole name an unknown one holds as it is written: HunyuanVideo for "HunyuanVideo-Avatar". Empty where
    /// only a slip, the name of a maker or a short word of the language would make it so.</summary>
    public ImmutableArray<SubjectView> Held { get; init; } = [];

    /// <summary>Whether no subject of this name is known.</summary>
    public bool IsUnknown => Candidates.IsEmpty;

    /// <summary>Index of the word behind it.</summary>
    public int End => Start + Count;
}
