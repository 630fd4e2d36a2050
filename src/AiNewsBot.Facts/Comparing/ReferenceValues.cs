namespace AiNewsBot.Facts.Comparing;

/// <summary>The words of the indexes, as ours.</summary>
internal static class ReferenceValues
{
    private static readonly HashSet<string> Public =
    [
        "open",
        "partial",
        "preprint:open",
        "preprint:partial",
        "open_weights=true",
        "included",
        // It is there, under no licence.
        "unlicensed",
        "3d-slicer-1.0",
        "bsd-3",
    ];

    // "Open weights (non-commercial)", "listed (commercially usable weights)", and a paper under one of arXiv's licences.
    private static readonly string[] PublicBeginnings = ["open ", "listed ", "arxiv"];

    private static readonly HashSet<string> Closed =
    [
        "closed",
        "preprint:closed",
        "unreleased",
        "absent",
        "api access",
        "hosted access (no api)",
        "open_weights=false",
    ];

    private static readonly string[] ClosedBeginnings = ["component not include", "component component not include"];

    /// <summary>Whether a component is public by what an index says; null where that says neither, such as "Unclear" or "maybe". Partly
    /// public counts as public on both sides.</summary>
    public static bool? IsPublic(string said)
    {
        var word = said.ToLowerInvariant();
        if (Public.Contains(word) || HasBeginning(word, PublicBeginnings))
            return true;
        return Closed.Contains(word) || HasBeginning(word, ClosedBeginnings) ? false : null;
    }

    private static bool HasBeginning(string word, string[] beginnings) =>
        Array.Exists(beginnings, beginning => word.StartsWith(beginning, StringComparison.Ordinal));
}
