using System.Globalization;
using AiNewsBot.Facts.Model;
using CsvHelper;

namespace AiNewsBot.Cli.Citations;

/// <summary>A table of Epoch AI, a model a row; a claim cites the model's name.</summary>
internal sealed class EpochTable(string path) : IndexCopy
{
    private const string WeightsColumn = "Model accessibility";
    private static readonly string[] Closed = ["Unreleased", "API access", "Hosted access (no API)"];
    private readonly Lazy<Dictionary<string, Dictionary<string, string>>> _rows = new(() => Read(path));

    public override string? GetError(Statement claim, string locator)
    {
        if (!_rows.Value.TryGetValue(locator, out var row))
            return "has no such row";
        return claim.Property switch
        {
            Properties.Announced => Compare(claim, row["Publication date"]),
            Components.Weights => CompareAccess(claim, row[WeightsColumn]),
            Components.TrainingCode => CompareAccess(claim, row["Training code accessibility"]),
            Components.InferenceCode => CompareAccess(claim, row["Inference code accessibility"]),
            _ => null,
        };
    }

    private static string? CompareAccess(Statement claim, string said) =>
        Compare(claim, said.Length == 0 ? null : !Closed.Contains(said), said);

    private static Dictionary<string, Dictionary<string, string>> Read(string path)
    {
        using var csv = new CsvReader(File.OpenText(path), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var rows = new Dictionary<string, Dictionary<string, string>>();
        while (csv.Read())
            rows.TryAdd(csv.GetField("Model")!.Trim(), csv.HeaderRecord!.ToDictionary(name => name, name => csv.GetField(name) ?? ""));
        return rows;
    }
}
