using System.Collections.Immutable;

namespace AiNewsBot.News.Templates;

/// <summary>A part of a template.</summary>
internal abstract record TemplateNode
{
    private TemplateNode() { }

    /// <summary>Words of the template itself.</summary>
    public sealed record Literal(string Text) : TemplateNode;

    /// <summary>The first of these fields that the story has, or else words of the template.</summary>
    public sealed record Value(ImmutableArray<TemplateField> Fields, string? Otherwise) : TemplateNode;

    /// <summary>One of two parts, by what the story has.</summary>
    /// <param name="Field">The field that is looked at.</param>
    /// <param name="Is">What it must be; null where it need only be there.</param>
    /// <param name="IsNegated">Whether it must not.</param>
    public sealed record Choice(
        TemplateField Field,
        string? Is,
        bool IsNegated,
        ImmutableArray<TemplateNode> Then,
        ImmutableArray<TemplateNode> Otherwise
    ) : TemplateNode;
}
