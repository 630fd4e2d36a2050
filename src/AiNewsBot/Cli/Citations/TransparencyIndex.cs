using System.Globalization;
using AiNewsBot.Facts.Model;
using CsvHelper;

namespace AiNewsBot.Cli.Citations;

/// <summary>The Foundation Model Transparency Index, an indicator a row and a maker a column; a claim cites both.</summary>
internal sealed class TransparencyIndex(string path) : IndexCopy
{
    private readonly Lazy<Dictionary<(string Indicator, string Maker), string>> _scores = new(() => Read(path));

    public override string? GetError(Statement claim, string locator)
    {
        var comma = locator.LastIndexOf(", ", StringComparison.Ordinal);
        if (comma < 0 || !_scores.Value.TryGetValue((locator[..comma], locator[(comma + 2)..]), out var score))
            return "has no such indicator and maker";

        // An indicator asks for more than that something is there, and is met by part of it.
        return AvailabilityText.TryParse(claim.Value) == Availability.Partial ? null : Compare(claim, score != "0", score);
    }

    private static Dictionary<(string Indicator, string Maker), string> Read(string path)
    {
        using var csv = new CsvReader(File.OpenText(path), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var makers = csv.HeaderRecord!.Skip(1).ToArray();
        var scores = new Dictionary<(string, string), string>();
        while (csv.Read())
        {
            foreach (var maker in makers)
                scores[(csv.GetField(0)!, maker)] = csv.GetField(maker) ?? "";
        }

        return scores;
    }
}
