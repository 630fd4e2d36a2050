namespace AiNewsBot.Feeds.Parsing.Text;

/// <summary>The attributes of a tag of HTML, whether it was found in a text or is an element of the document.</summary>
/// <param name="Tag">The tag in a text; null where it is an element.</param>
/// <param name="Element">Reads an attribute of the element; null where it has none.</param>
internal readonly record struct TagAttributes(MarkupTag? Tag, Func<string, string?>? Element)
{
    public string? this[string name] => Tag is null ? Element?.Invoke(name) : Tag.Attribute(name);
}
