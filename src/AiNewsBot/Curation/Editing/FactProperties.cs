using System.Collections.Immutable;
using AiNewsBot.Chat;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Curation.Editing;

/// <summary>What can be said of each kind of subject, and in which values.</summary>
internal static class FactProperties
{
    private static readonly ImmutableArray<string> OfReleases =
    [
        Properties.Licence,
        Components.Weights,
        Properties.Announced,
        .. Components.All.Where(slug => slug != Components.Weights),
        Properties.DataInformation,
        Properties.BasedOn,
        Properties.Event,
        Properties.Promise,
        .. Components.All.Select(Properties.LicenceOf),
        Properties.Alias,
    ];

    private static readonly ImmutableArray<string> OfFamilies = [Properties.Event, Properties.Promise, Properties.Alias];
    private static readonly ImmutableArray<string> OfOrganizations =
    [
        Properties.Country,
        Properties.Event,
        Properties.Promise,
        Properties.Alias,
    ];

    private static readonly ImmutableArray<string> OfLicences =
    [
        Properties.Commercial,
        Properties.Condition,
        Properties.OsiApproved,
        Properties.FsfLibre,
        Properties.OpenData,
        .. Properties.OfUse,
        Properties.Alias,
    ];

    private static readonly ImmutableArray<string> OfSoftware = [Properties.Licence, Properties.Event, Properties.Alias];
    private static readonly ImmutableArray<string> OfWords = [.. TaughtWords.Properties, .. TaughtWords.PhrasingProperties];
    private static readonly ImmutableArray<string> OfTopics = [Properties.Says, Properties.Alias];

    /// <summary>The slugs of what can be said of a kind of subject, what is asked for most first.</summary>
    public static ImmutableArray<string> For(SubjectKind kind) =>
        kind switch
        {
            SubjectKind.Release => OfReleases,
            SubjectKind.Family => OfFamilies,
            SubjectKind.Organization => OfOrganizations,
            SubjectKind.Licence => OfLicences,
            SubjectKind.Software => OfSoftware,
            SubjectKind.Words => OfWords,
            _ => OfTopics,
        };

    /// <summary>The slug as people read it.</summary>
    public static string Label(string slug) =>
        TaughtWords.AskedBy(slug) is { } asked ? $"asks for {asked.Replace('_', ' ')}"
        : TaughtWords.PhrasedBy(slug) is { } phrased ? $"whole question for {phrased.Replace('_', ' ')}"
        : slug.Replace('_', ' ').Replace(".licence", ": licence", StringComparison.Ordinal);

    /// <summary>The slug of what people read or write.</summary>
    public static string Slug(string label) =>
        OfReleases
            .Concat(OfOrganizations)
            .Concat(OfLicences)
            .Concat(OfTopics)
            .Concat(OfWords)
            .FirstOrDefault(slug => string.Equals(Label(slug), label.Trim(), StringComparison.OrdinalIgnoreCase))
        ?? label.Trim();

    /// <summary>The only values that a property takes; empty for any.</summary>
    public static ImmutableArray<OptionChoice> Choices(string property)
    {
        string[] values = Components.Contains(property)
            ? ["available", "gated", "on-request", "partial", "unavailable", "unknown"]
            : property switch
            {
                Properties.DataInformation => ["sufficient", "insufficient", "unknown"],
                Properties.OsiApproved or Properties.FsfLibre or Properties.OpenData => ["true", "false"],
                Properties.Commercial or Properties.OutputsCommercial or Properties.OutputsTraining => ["yes", "conditional", "no"],
                Properties.OutputsOwnership => ["user", "maker", "unclaimed"],
                Properties.Derivatives => ["bound", "conditional", "free"],
                Properties.Condition => [.. Condition.Kinds.Order(StringComparer.Ordinal)],
                _ => [],
            };
        return [.. values.Select(value => new OptionChoice(value, value))];
    }

    /// <summary>Whether several values of it hold beside each other, rather than one after the other.</summary>
    public static bool IsMany(string property) =>
        property is Properties.Event or Properties.Promise or Properties.Alias or Properties.Condition or Properties.Says
        || IsTaught(property);

    /// <summary>Whether it is how people call or ask for something, of which two in two places are one too many.</summary>
    public static bool IsName(string property) => property == Properties.Alias || IsTaught(property);

    private static bool IsTaught(string property) =>
        TaughtWords.AskedBy(property) is not null || TaughtWords.PhrasedBy(property) is not null;

    /// <summary>Whether it has details beside its value, which its form asks for: who promised, what a condition asks.</summary>
    public static bool HasDetails(string property) => property is Properties.Promise or Properties.Condition;

    /// <summary>Whether the value is a licence's id.</summary>
    public static bool IsLicence(string property) => property == Properties.Licence || Properties.ComponentOfLicence(property) is not null;
}
