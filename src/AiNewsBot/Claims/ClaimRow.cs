using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Dates;
using AiNewsBot.Facts.Questions.Names;
using AiNewsBot.Facts.Questions.Propositions;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Claims;

/// <summary>A claim as it is stored: subjects and licences by their ids.</summary>
internal sealed partial record ClaimRow
{
    public required string Subject { get; init; }

    public required string Name { get; init; }

    public string? Releases { get; init; }

    public string? Except { get; init; }

    public string? Limit { get; init; }

    public bool IsRanked { get; init; }

    public string? Speaker { get; init; }

    public Aspect Aspect { get; init; }

    public bool IsDenied { get; init; }

    public OpennessTerm? Term { get; init; }

    public string? Licence { get; init; }

    public string? Component { get; init; }

    public string? Maker { get; init; }

    public string? Base { get; init; }

    public string? Condition { get; init; }

    public long? Amount { get; init; }

    public bool IsThreshold { get; init; }

    public bool IsUnlimited { get; init; }

    public bool AllowsConditions { get; init; }

    public bool IsFromScratch { get; init; }

    public bool IsPublication { get; init; }

    public string? Premise { get; init; }

    public DatePhrase? Date { get; init; }

    public bool IsAnnouncement { get; init; }

    public TimeScope Time { get; init; }

    public Reach Reach { get; init; }

    /// <summary>The claims as JSON.</summary>
    public static string Write(IEnumerable<Proposition> claims) =>
        JsonSerializer.Serialize([.. claims.Select(For)], RowJson.Default.ClaimRowArray);

    /// <summary>The claims of a JSON text; those of which nothing is known any more are left out.</summary>
    public static ImmutableArray<Proposition> Read(string json, FactBase facts) =>
        [.. JsonSerializer.Deserialize(json, RowJson.Default.ClaimRowArray)!.Select(row => row.ToClaim(facts)).OfType<Proposition>()];

    private static ClaimRow For(Proposition claim) =>
        new()
        {
            Subject = claim.Subject.Id,
            Name = claim.Name,
            Releases = claim.Releases,
            Except = claim.Except,
            Limit = claim.Limit,
            IsRanked = claim.IsRanked,
            Speaker = claim.Speaker,
            Aspect = claim.Aspect,
            IsDenied = claim.Says.IsDenied,
            Term = claim.Says.Term,
            Licence = claim.Says.Licence?.Id,
            Component = claim.Says.Component,
            Maker = claim.Says.Maker?.Id,
            Base = claim.Says.Base?.Id,
            Condition = claim.Says.Condition,
            Amount = claim.Says.Amount,
            IsThreshold = claim.Says.IsThreshold,
            IsUnlimited = claim.Says.IsUnlimited,
            AllowsConditions = claim.Says.AllowsConditions,
            IsFromScratch = claim.Says.IsFromScratch,
            IsPublication = claim.Says.IsPublication,
            Premise = claim.Says.Premise,
            Date = claim.Says.Date,
            IsAnnouncement = claim.Says.IsAnnouncement,
            Time = claim.Says.Time,
            Reach = claim.Says.Reach,
        };

    private Proposition? ToClaim(FactBase facts)
    {
        var licence = Licence is null ? null : facts.Licence(Licence);
        var maker = Maker is null ? null : facts.Find(Maker);
        var on = Base is null ? null : facts.Find(Base);
        if (
            (Subject == UnknownName.Id ? UnknownName.Create(Name) : facts.Find(Subject)) is not { } subject
            || Licence is not null && licence is null
            || Maker is not null && maker is null
            || Base is not null && on is null
        )
            return null;
        var says = new Assertion(Aspect)
        {
            IsDenied = IsDenied,
            Term = Term,
            Licence = licence,
            Component = Component,
            Maker = maker,
            Base = on,
            Condition = Condition,
            Amount = Amount,
            IsThreshold = IsThreshold,
            IsUnlimited = IsUnlimited,
            AllowsConditions = AllowsConditions,
            IsFromScratch = IsFromScratch,
            IsPublication = IsPublication,
            Premise = Premise,
            Date = Date,
            IsAnnouncement = IsAnnouncement,
            Time = Time,
            Reach = Reach,
        };
        return new Proposition(subject, says, "")
        {
            Name = Name,
            Releases = Releases,
            Except = Except,
            Limit = Limit,
            IsRanked = IsRanked,
            Speaker = Speaker,
        };
    }

    [JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
    [JsonSerializable(typeof(ClaimRow[]))]
    private sealed partial class RowJson : JsonSerializerContext;
}
