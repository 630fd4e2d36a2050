using AiNewsBot.Feeds.Parsing.Text;

namespace AiNewsBot.Feeds.Fetching;

/// <summary>An opening tag.</summary>
/// <param name="Name">In lower case.</param>
/// <param name="Attributes">By name in lower case, of several the first.</param>
internal sealed record HtmlTag(string Name, IReadOnlyDictionary<string, string> Attributes)
{
    /// <summary>An attribute's value; null where it has none.</summary>
    public string? this[string name] => Attributes.GetValueOrDefault(name);

    public static HtmlTag From(MarkupTag tag)
    {
        var attributes = new Dictionary<string, string>();
        for (var i = 0; i < tag.AttributeCount; i++)
            attributes.TryAdd(
                tag.AttributeName(i).ToString().ToLowerInvariant(),
                CharacterReferences.Decode(tag.AttributeValue(i).ToString())
            );
        return new HtmlTag(tag.Name.ToLowerInvariant(), attributes);
    }
}
