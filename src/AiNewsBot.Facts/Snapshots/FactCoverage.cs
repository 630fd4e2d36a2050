using System.Collections.Immutable;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Snapshots;

/// <summary>
/// How deep the facts go. Of the best-known families each release states all seventeen components; of the others the few that people ask
/// for. A component is stated when a claim speaks of it, and be it that it is unknown. A release of which less than three quarters is
/// stated is told in brief: its licence and date were read, the rest was not, and it is counted apart.
/// </summary>
public sealed record FactCoverage
{
    private static readonly ImmutableArray<string> Asked =
    [
        Components.Weights,
        Components.TrainingData,
        Components.TrainingCode,
        Components.InferenceCode,
        Components.Paper,
    ];

    /// <summary>The forty families that people ask for most: those in the news, and those by which openness is measured.</summary>
    public static ImmutableArray<string> BestKnown { get; } =
    [
        "gpt",
        "gpt-oss",
        "claude",
        "gemini",
        "gemma",
        "llama",
        "grok",
        "deepseek",
        "qwen",
        "mistral",
        "phi",
        "falcon",
        "command",
        "kimi",
        "glm",
        "nemotron",
        "olmo",
        "pythia",
        "bloom",
        "stable-diffusion",
        "flux",
        "dall-e",
        "whisper",
        "starcoder",
        "smollm",
        "granite",
        "yi",
        "jamba",
        "dbrx",
        "minimax-models",
        "ernie",
        "hunyuan",
        "t5",
        "gpt-neox",
        "gpt-j",
        "mpt",
        "bert",
        "sora",
        "vicuna",
        "midjourney-images",
    ];

    /// <summary>Components of the published releases of the best-known families: seventeen each.</summary>
    public required int Cells { get; init; }

    /// <summary>How many of those are unknown, or not stated at all.</summary>
    public required int Unknown { get; init; }

    /// <summary>Releases whose licence and weights both rest on a first-hand source
    /// that names the place: a file, section or clause.</summary>
    public required int FirstHand { get; init; }

    /// <summary>Releases that could be open source, but whose data information was not judged.</summary>
    public required ImmutableArray<Release> Unjudged { get; init; }

    /// <summary>Releases that are told in brief.</summary>
    public required ImmutableArray<Release> InBrief { get; init; }

    /// <summary>What the releases of the best-known families do not state.</summary>
    public required ImmutableArray<CoverageGap> BestKnownGaps { get; init; }

    /// <summary>What the other releases do not state.</summary>
    public required ImmutableArray<CoverageGap> OtherGaps { get; init; }

    /// <summary>Measures.</summary>
    public static FactCoverage Measure(FactBase facts, DateOnly day)
    {
        var inBrief = facts.Releases.Where(IsInBrief).ToImmutableArray();
        var whole = facts.Releases.Except(inBrief).ToArray();
        var best = whole.Where(IsBestKnown).ToArray();
        var published = best.Where(release => release.FirstWeights is not null).ToArray();
        return new FactCoverage
        {
            Cells = published.Length * Components.All.Length,
            Unknown = published.Sum(release => release.ComponentsOn(day).Count(reading => reading.Availability == Availability.Unknown)),
            FirstHand = facts.Releases.Count(release => release.FirstWeights is not null && RestsOnFirstHand(release)),
            Unjudged =
            [
                .. whole.Where(release => CouldBeOpenSource(release, facts, day) && release.All(Properties.DataInformation).IsEmpty),
            ],
            InBrief = inBrief,
            BestKnownGaps = Gaps(best, Components.All),
            OtherGaps = Gaps(whole.Where(release => !IsBestKnown(release)), Asked),
        };
    }

    private static bool IsInBrief(Release release)
    {
        var expected = IsBestKnown(release) ? Components.All : Asked;
        return release.FirstWeights is not null && expected.Count(slug => !release.All(slug).IsEmpty) * 4 < expected.Length * 3;
    }

    private static bool IsBestKnown(Release release) => BestKnown.Contains(release.Subject.Parent ?? "");

    private static ImmutableArray<CoverageGap> Gaps(IEnumerable<Release> releases, ImmutableArray<string> components) =>
        [
            // Of what has no published weights only that is asked of a release's facts:
            // code and data of a service are rarely spoken of at all.
            .. releases
                .Select(release => new CoverageGap(
                    release,
                    [
                        .. (release.FirstWeights is null ? [Components.Weights] : components).Where(slug => release.All(slug).IsEmpty),
                        .. Undated(release),
                    ]
                ))
                .Where(gap => !gap.Missing.IsEmpty),
        ];

    private static IEnumerable<string> Undated(Release release)
    {
        if (release.Announced is null)
            yield return Properties.Announced;
        if (release.FirstWeights is not null && LicencesOf(release).IsEmpty)
            yield return Properties.Licence;
    }

    private static bool CouldBeOpenSource(Release release, FactBase facts, DateOnly day) =>
        release.FirstWeights is not null
        && facts.LicenceOf(release, Components.Weights, day)?.IsPermissive == true
        && release.Component(Components.TrainingCode, day).Availability.IsPublished()
        && release.Component(Components.InferenceCode, day).Availability.IsPublished();

    private static bool RestsOnFirstHand(Release release) =>
        LicencesOf(release).Any(IsFirstHand) && release.All(Components.Weights).Any(IsFirstHand);

    private static ImmutableArray<Statement> LicencesOf(Release release) =>
        release.All(Properties.LicenceOf(Components.Weights)) is { IsEmpty: false } own ? own : release.All(Properties.Licence);

    private static bool IsFirstHand(Statement statement) =>
        statement.Sources.Any(source => source.Kind == SourceKind.FirstHand && (source.Locator is not null || NamesAFile(source.Url)));

    // The address of a file or commit in a repository is itself the place.
    private static bool NamesAFile(string url) =>
        url.Contains("/blob/", StringComparison.Ordinal)
        || url.Contains("/raw/", StringComparison.Ordinal)
        || url.Contains("/resolve/", StringComparison.Ordinal)
        || url.Contains("/commit/", StringComparison.Ordinal);
}
