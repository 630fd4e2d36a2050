using System.Collections.Frozen;

namespace AiNewsBot.News.Parsing.Text;

/// <summary>What HTML's elements mean to a text without markup.</summary>
internal static class HtmlElements
{
    private static readonly FrozenSet<string> Hidden = Set("applet audio canvas iframe math noframes noscript object script select style svg template textarea video xmp");

    private static readonly FrozenSet<string> Paragraphs = Set("article aside blockquote center dl fieldset figure form h1 h2 h3 h4 h5 h6 hr ol p pre section table ul");

    private static readonly FrozenSet<string> Lines = Set("address body br caption dd details dialog dir div dt figcaption footer head header hgroup html legend li main menu nav option search summary tbody tfoot thead title tr");

    private static readonly FrozenSet<string> Inline = Set(
        """
        a abbr acronym area b base basefont bdi bdo bgsound big blink button cite code col colgroup command data datalist del dfn em embed font frame frameset
        i image img input ins kbd keygen label link map mark marquee meta meter multicol nextid nobr optgroup output param picture progress q rb rp rt ruby s
        samp slot small source spacer span strike strong sub sup td th time track tt u var wbr
        """);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Known = Inline.Concat(Lines).Concat(Paragraphs).Concat(Hidden).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsKnown(ReadOnlySpan<char> name) => Known.Contains(name);

    /// <summary>Its content is no text to read.</summary>
    public static bool IsHidden(string name) => Hidden.Contains(name);

    /// <summary>How many line ends stand before and after it.</summary>
    public static int BreaksAround(string name) => Paragraphs.Contains(name) ? 2 : Lines.Contains(name) ? 1 : 0;

    private static FrozenSet<string> Set(string names) => names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
