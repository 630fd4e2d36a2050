namespace AiNewsBot.Curation.Editing;

/// <summary>The states of a suggestion. The names are those in the database.</summary>
internal static class SuggestionState
{
    /// <summary>It waits for a reviewer.</summary>
    public const string Pending = "pending";

    public const string Approved = "approved";

    public const string Rejected = "rejected";

    /// <summary>An editor wrote the same meanwhile.</summary>
    public const string Superseded = "superseded";

    /// <summary>Its author wanted to be forgotten.</summary>
    public const string Withdrawn = "withdrawn";
}
