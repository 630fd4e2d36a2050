using System.Collections.Immutable;
using AiNewsBot.Chat;

namespace AiNewsBot.News.Templates;

/// <summary>How posts look, as moderators write it: <c>**{title}** {if author}by {author}{end}</c>.</summary>
internal sealed class PostTemplate
{
    /// <summary>In characters, as it is written.</summary>
    public const int MaxLength = 1000;

    private readonly ImmutableArray<TemplateNode> _nodes;

    private PostTemplate(string text, ImmutableArray<TemplateNode> nodes) => (Text, _nodes) = (text, nodes);

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>Reads a template; null, with what is wrong and where, when the text cannot be read as one.</summary>
    public static PostTemplate? TryParse(string text, out Refusal? fault)
    {
        fault = null;
        var lines = text.ReplaceLineEndings("\n").Trim();
        if (lines.Length is 0 or > MaxLength)
            fault = new Refusal(RefusalCode.TemplateLength, $"{MaxLength}");
        else if (new TemplateParser(lines).Parse(out fault) is { } nodes)
            return new PostTemplate(lines, nodes);
        return null;
    }

    /// <summary>A template that was kept; null without one.</summary>
    public static PostTemplate? From(string? kept) => kept is null ? null : TryParse(kept, out _);

    /// <summary>The template's words with a story's, in Markdown.</summary>
    /// <param name="valueOf">What the story has of a field; null for nothing.</param>
    public (string Markdown, bool ShowsImage) Render(Func<TemplateField, TemplateValue?> valueOf)
    {
        var output = new TemplateMarkdown();
        Write(_nodes, valueOf, output.AddLiteral, output.AddValue);
        return (output.ToString(), output.ShowsImage);
    }

    /// <summary>The same as one line of plain text.</summary>
    public string RenderPlain(Func<TemplateField, TemplateValue?> valueOf)
    {
        var words = new List<string>();
        Write(_nodes, valueOf, words.Add, (_, value) => words.Add(value.Text));
        return string.Join(' ', string.Concat(words).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static void Write(
        ImmutableArray<TemplateNode> nodes,
        Func<TemplateField, TemplateValue?> valueOf,
        Action<string> addLiteral,
        Action<TemplateField, TemplateValue> addValue
    )
    {
        foreach (var node in nodes)
        {
            switch (node)
            {
                case TemplateNode.Literal literal:
                    addLiteral(literal.Text);
                    break;
                case TemplateNode.Value value:
                    var found = value
                        .Fields.Select(field => (Field: field, Value: valueOf(field)))
                        .FirstOrDefault(one => one.Value is not null);
                    if (found.Value is { } shown)
                        addValue(found.Field, shown);
                    else if (value.Otherwise is { } otherwise)
                        addLiteral(otherwise);
                    break;
                case TemplateNode.Choice choice:
                    Write(Holds(choice, valueOf(choice.Field)) ? choice.Then : choice.Otherwise, valueOf, addLiteral, addValue);
                    break;
            }
        }
    }

    private static bool Holds(TemplateNode.Choice choice, TemplateValue? value) =>
        choice.IsNegated != (value is not null && (choice.Is is null || value.Text.Equals(choice.Is, StringComparison.OrdinalIgnoreCase)));
}
