using AiNewsBot.Facts.Model;
using YamlDotNet.RepresentationModel;

namespace AiNewsBot.Cli.Citations;

/// <summary>The European Open Source AI Index, a system a file; a claim cites the file and one of its fields.</summary>
/// <remarks>A field may be cited for its parts, as 'weights' is for 'weights_basemodel' and 'weights_endmodel'.</remarks>
internal sealed class EuropeanIndex(string folder) : IndexCopy
{
    private const string Extension = ".yaml";

    // The index tells of them only in the notes on the weights.
    private const string IntermediateWeights = "intermediate_weights";

    // Facts of a system as a whole, which the index tells outside of its judgements.
    private static readonly string[] OfSystem = [Properties.Announced, Properties.Country, Properties.Event, Properties.Says];
    private readonly Dictionary<string, YamlMappingNode> _files = [];

    public override string? GetError(Statement claim, string locator)
    {
        var end = locator.IndexOf(Extension, StringComparison.Ordinal);
        var name = end < 0 ? locator : locator[..(end + Extension.Length)];
        var field = end < 0 ? "" : locator[name.Length..].TrimStart(',', ' ');
        if (end < 0 ? name != "readme.md" : !File.Exists(Path.Combine(folder, name)))
            return "has no such file";
        if (OfSystem.Contains(claim.Property))
            return null;
        if (field.Length == 0)
            return "is cited without a field";
        var system = Read(name);
        if (Find(system, "system") is { } own && Find(own, field) is not null)
            return null;
        var parts = system
            .Children.Where(entry => Text(entry.Key) == field || Text(entry.Key).StartsWith(field + '_', StringComparison.Ordinal))
            .Select(entry => entry.Value)
            .OfType<YamlMappingNode>()
            .ToArray();
        return parts.Length == 0 ? "has no such field"
            : Components.Contains(claim.Property) && claim.Property != IntermediateWeights ? CompareClasses(claim, parts)
            : null;
    }

    // "closed" with a link is something that is there and tells little: it can be claimed as partial. What is open for one part only, too.
    private static string? CompareClasses(Statement claim, YamlMappingNode[] parts)
    {
        var classes = parts.Select(part => Text(Find(part, "class"))).Distinct().ToArray();
        return AvailabilityText.TryParse(claim.Value) switch
        {
            null => null,
            Availability.Unavailable when classes.Contains("closed") => null,
            Availability.Partial => classes.Length > 1 || classes[0] == "partial" || parts.Any(part => Text(Find(part, "link")) != "")
                ? null
                : $"says '{string.Join("' and '", classes)}', not {claim.Value}",
            _ => Compare(claim, classes.Any(one => one != "closed"), string.Join("' and '", classes)),
        };
    }

    private YamlMappingNode Read(string name)
    {
        if (_files.TryGetValue(name, out var known))
            return known;
        using var text = File.OpenText(Path.Combine(folder, name));
        var stream = new YamlStream();
        stream.Load(text);
        return _files[name] = (YamlMappingNode)stream.Documents[0].RootNode;
    }

    private static YamlNode? Find(YamlNode map, string key) =>
        (map as YamlMappingNode)?.Children.FirstOrDefault(entry => Text(entry.Key) == key).Value;

    private static string Text(YamlNode? node) =>
        node switch
        {
            YamlScalarNode scalar => scalar.Value ?? "",
            null => "",
            _ => node.ToString(),
        };
}
