using AiNewsBot.Facts.Model;

namespace AiNewsBot.Cli.Citations;

/// <summary>A copy of an index of models on this machine, by which the claims that cite it are checked.</summary>
internal abstract class IndexCopy
{
    /// <summary>Why a claim cannot rest on a place of the index; null where it can.</summary>
    /// <param name="claim">What is claimed.</param>
    /// <param name="locator">The place: a row, or a file and a field; empty where the claim names none.</param>
    public abstract string? GetError(Statement claim, string locator);

    /// <summary>Why a claim on availability does not follow from what an index says; null where it does, and for other claims.</summary>
    /// <param name="claim">What is claimed.</param>
    /// <param name="isPublic">What the index says; null where it says nothing.</param>
    /// <param name="said">The same in its own words.</param>
    protected static string? Compare(Statement claim, bool? isPublic, string said) =>
        AvailabilityText.TryParse(claim.Value) is not { } claimed ? null
        : isPublic is null ? "says nothing of it"
        : isPublic == claimed.IsPublished() ? null
        : $"says '{said}', not {claim.Value}";

    /// <summary>Why a claimed date is not the one that an index says; null where they meet.</summary>
    protected static string? Compare(Statement claim, string? said) =>
        !FactDate.TryParse(claim.Value, out var claimed) ? null
        : !FactDate.TryParse(said, out var date) ? "says no date"
        : claimed.Earliest <= date.Latest && date.Earliest <= claimed.Latest ? null
        : $"says {said}, not {claim.Value}";
}
