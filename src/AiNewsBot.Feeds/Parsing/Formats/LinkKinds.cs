using AiNewsBot.Feeds.Parsing.Markup;

namespace AiNewsBot.Feeds.Parsing.Formats;

/// <summary>Tells what a link leads to (RFC 4287, 4.2.7).</summary>
internal static class LinkKinds
{
    private const string Registry = "http://www.iana.org/assignments/relation/";

    public static LinkKind From(IElement element)
    {
        var relation = element.Attribute("rel")?.Trim().ToLowerInvariant() ?? "";
        var type = element.Attribute("type")?.Split(';')[0].Trim().ToLowerInvariant() ?? "";
        relation = relation.Replace(Registry, "", StringComparison.Ordinal);
        return relation == "canonical" ? LinkKind.Canonical
            : relation is not ("" or "alternate") ? LinkKind.Unrelated
            : type is "" or "html" or "xhtml" or "text/html" or "application/xhtml+xml" ? LinkKind.Page
            : LinkKind.OtherForm;
    }
}
