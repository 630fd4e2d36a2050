using System.Collections.Frozen;

namespace AiNewsBot.Feeds.Parsing.Text;

/// <summary>HTML's elements by their names.</summary>
internal static class HtmlElements
{
    private static readonly FrozenDictionary<string, HtmlElement> All = Names(
        (
            HtmlElement.Hidden,
            "applet audio canvas iframe math noframes noscript object script select style svg template textarea video xmp"
        ),
        (HtmlElement.Paragraph, "article aside blockquote center dl fieldset figure form h1 h2 h3 h4 h5 h6 hr ol p pre section table ul"),
        (
            HtmlElement.Line,
            "address body br caption dd details dialog dir div dt figcaption footer head header hgroup html legend main menu nav "
                + "option search summary tbody tfoot thead title tr"
        ),
        (HtmlElement.ListItem, "li"),
        (HtmlElement.Cell, "td th"),
        (HtmlElement.Picture, "img"),
        (
            HtmlElement.Inline,
            """
            a abbr acronym area b base basefont bdi bdo bgsound big blink button cite code col colgroup command data datalist del dfn em
            embed font frame frameset i image input ins kbd keygen label link map mark marquee meta meter multicol nextid nobr optgroup
            output param picture progress q rb rp rt ruby s samp slot small source spacer span strike strong sub sup time track tt u var
            wbr
            """
        )
    );

    private static readonly FrozenDictionary<string, HtmlElement>.AlternateLookup<ReadOnlySpan<char>> Lookup = All.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    public static HtmlElement Find(ReadOnlySpan<char> name) => Lookup.TryGetValue(name, out var element) ? element : HtmlElement.Unknown;

    private static FrozenDictionary<string, HtmlElement> Names(params (HtmlElement Element, string Names)[] elements) =>
        elements
            .SelectMany(element =>
                element
                    .Names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                    .Select(name => KeyValuePair.Create(name, element.Element))
            )
            .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
}
