using System.Globalization;
using AiNewsBot.Facts.Snapshots;

namespace AiNewsBot.Cli;

/// <summary>Writes how deep the facts go, and family by family where they fall short.</summary>
internal static class CoverageReport
{
    public static void Write(FactCoverage depth, TextWriter text)
    {
        text.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Unknown among the components of published releases of the {FactCoverage.BestKnown.Length} best-known families: "
                    + $"{depth.Unknown} of {depth.Cells}, {100.0 * depth.Unknown / Math.Max(depth.Cells, 1):0.0} %."
            )
        );
        text.WriteLine($"Releases whose licence and weights rest on first-hand sources with their place: {depth.FirstHand}.");
        text.WriteLine(
            $"Could be open source, and the data information is not judged: "
                + $"{(depth.Unjudged.IsEmpty ? "none" : string.Join(", ", depth.Unjudged.Select(release => release.Id)))}."
        );
        foreach (var (title, gaps) in new[] { ("Best-known families", depth.BestKnownGaps), ("Other families", depth.OtherGaps) })
        {
            var missing = gaps.Sum(gap => gap.Missing.Length);
            text.WriteLine(
                gaps.IsEmpty
                    ? $"{title}: nothing is left unstated."
                    : $"{title}: {missing} properties of {gaps.Length} releases are not stated."
            );
            foreach (var family in gaps.GroupBy(gap => gap.Release.Subject.Parent).OrderBy(family => family.Key, StringComparer.Ordinal))
            {
                text.WriteLine($"  {family.Key}");
                foreach (var gap in family)
                    text.WriteLine($"    {gap.Release.Id}: {string.Join(", ", gap.Missing)}");
            }
        }
    }
}
