namespace AiNewsBot.Facts.Comparing;

/// <summary>The words of the indexes, as ours.</summary>
internal static class ReferenceValues
{
    private static readonly HashSet<string> Closed =
    [
        "closed",
        "preprint:closed",
        "unreleased",
        "absent",
        "api access",
        "hosted access (no api)",
        "open_weights=false",
        "component component not included",
    ];

    /// <summary>Whether a component is public by what an index says; null where it says
    /// nothing. Partly public counts as public on both sides.</summary>
    public static bool? IsPublic(string said) =>
        said.Length == 0 || string.Equals(said, "Undisclosed", StringComparison.OrdinalIgnoreCase)
            ? null
            : !Closed.Contains(said.ToLowerInvariant());
}
