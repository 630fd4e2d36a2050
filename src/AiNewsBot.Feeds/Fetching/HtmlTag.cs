namespace AiNewsBot.Feeds.Fetching;

/// <summary>An opening tag.</summary>
/// <param name="Name">In lower case.</param>
/// <param name="Attributes">By name in lower case, of several the first.</param>
internal sealed record HtmlTag(string Name, IReadOnlyDictionary<string, string> Attributes)
{
    /// <summary>An attribute's value; null where it has none.</summary>
    public string? this[string name] => Attributes.GetValueOrDefault(name);
}
