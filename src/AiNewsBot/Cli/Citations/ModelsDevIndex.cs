using System.Text.RegularExpressions;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Cli.Citations;

/// <summary>models.dev, a model a file; a claim cites the file.</summary>
internal sealed partial class ModelsDevIndex(string folder) : IndexCopy
{
    public override string? GetError(Statement claim, string locator)
    {
        var path = Path.Combine(folder, locator.Split(',')[0].Trim());
        if (!File.Exists(path))
            return "has no such file";
        var text = File.ReadAllText(path);
        return claim.Property switch
        {
            Properties.Announced => Compare(claim, ReleaseDate().Match(text).Groups[1].Value),
            Components.Weights when OpenWeights().Match(text) is { Success: true } said => Compare(
                claim,
                said.Groups[1].Value == "true",
                said.Value
            ),
            _ => null,
        };
    }

    [GeneratedRegex("^release_date = \"([^\"]*)\"", RegexOptions.Multiline)]
    private static partial Regex ReleaseDate();

    [GeneratedRegex("^open_weights = (true|false)", RegexOptions.Multiline)]
    private static partial Regex OpenWeights();
}
