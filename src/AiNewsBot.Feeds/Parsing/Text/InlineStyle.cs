using System.Collections.Frozen;

namespace AiNewsBot.Feeds.Parsing.Text;

/// <summary>How HTML's elements set the text within them.</summary>
internal static class InlineStyle
{
    private static readonly FrozenDictionary<string, TextStyles> All = new Dictionary<string, TextStyles>
    {
        ["b"] = TextStyles.Bold,
        ["strong"] = TextStyles.Bold,
        ["i"] = TextStyles.Italic,
        ["em"] = TextStyles.Italic,
        ["cite"] = TextStyles.Italic,
        ["dfn"] = TextStyles.Italic,
        ["var"] = TextStyles.Italic,
        ["code"] = TextStyles.Code,
        ["kbd"] = TextStyles.Code,
        ["samp"] = TextStyles.Code,
        ["tt"] = TextStyles.Code,
        ["del"] = TextStyles.Struck,
        ["s"] = TextStyles.Struck,
        ["strike"] = TextStyles.Struck,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static TextStyles Find(string name) => All.GetValueOrDefault(name);
}
