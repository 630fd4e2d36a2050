using System.Collections.Immutable;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Cli.Citations;

/// <summary>Checks that what claims cite of an index exists and says what is claimed.</summary>
/// <param name="folder">The copies of the indexes, a folder each: epoch, fmti, models.dev, mot, osai-index.</param>
internal sealed class CitationChecker(string folder)
{
    // By a part of the address under which the dataset cites an index. Of others, no copy is kept.
    private readonly ImmutableArray<(string Address, IndexCopy Copy)> _copies =
    [
        ("/main-database/", new EuropeanIndex(Path.Combine(folder, "osai-index"))),
        ("/notable_ai_models.csv", new EpochTable(Path.Combine(folder, "epoch", "notable_openness_columns.csv"))),
        ("/large_scale_ai_models.csv", new EpochTable(Path.Combine(folder, "epoch", "large_scale_openness_columns.csv"))),
        ("/model_openness_tool/tree/", new ModelOpennessToolIndex(Path.Combine(folder, "mot", "models"))),
        ("/models.dev/tree/", new ModelsDevIndex(Path.Combine(folder, "models.dev", "models"))),
        ("/fmti/tree/", new TransparencyIndex(Path.Combine(folder, "fmti", "Dec2025_scores.csv"))),
    ];

    /// <summary>How many citations were checked, and each that does not hold.</summary>
    public (int Checked, ImmutableArray<string> Errors) Check(IEnumerable<Subject> subjects)
    {
        var errors = ImmutableArray.CreateBuilder<string>();
        var count = 0;

        // A default of a family is a claim of each of its releases; it is told once. Unknown is no claim.
        var cited = subjects
            .SelectMany(subject => subject.Statements)
            .Where(claim => claim.Value != "unknown" && claim.Rank != Rank.Deprecated)
            .SelectMany(claim => claim.Sources.Select(source => (Claim: claim, Source: source)))
            .Where(pair => pair.Source.Kind == SourceKind.Index)
            .DistinctBy(pair => (pair.Claim.Property, pair.Claim.Value, pair.Source.Url, pair.Source.Locator ?? pair.Claim.Subject));
        foreach (var (claim, source) in cited)
        {
            if (_copies.FirstOrDefault(one => source.Url.Contains(one.Address, StringComparison.Ordinal)).Copy is not { } copy)
                continue;
            count++;
            if (copy.GetError(claim, source.Locator ?? "") is { } error)
                errors.Add($"{claim.Subject}, {claim.Property} {claim.Value}: {source.Publisher} @ {source.Locator} {error}");
        }

        return (count, errors.ToImmutable());
    }
}
