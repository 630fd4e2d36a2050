using System.Text.Json.Serialization;

namespace AiNewsBot.Facts.Model;

/// <summary>Where a claim was read.</summary>
/// <param name="Url">Absolute http or https address.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="Kind">How near it is to the fact.</param>
/// <param name="Locator">The place in it: a file, section or clause; null for the whole.</param>
/// <param name="Published">The date it bears, where it bears one.</param>
/// <param name="Archived">The address of a copy that an archive keeps, where one is known.</param>
/// <param name="Dead">The day on which its own address was found to answer no more; null while it does.</param>
public sealed record Source(
    string Url,
    string Title,
    string Publisher,
    SourceKind Kind,
    string? Locator = null,
    FactDate? Published = null,
    string? Archived = null,
    DateOnly? Dead = null
)
{
    /// <summary>Where it can be read today: at its own address, or in the archive where that is dead.</summary>
    [JsonIgnore]
    public string Address => Dead is null ? Url : Archived ?? Url;
}
