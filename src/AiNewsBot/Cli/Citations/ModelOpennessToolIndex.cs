using System.Collections.Frozen;
using AiNewsBot.Facts.Model;
using YamlDotNet.RepresentationModel;

namespace AiNewsBot.Cli.Citations;

/// <summary>
/// The Model Openness Tool, a model a file, which lists the components that are published. A claim cites the file, and a component where it
/// is another than its own.
/// </summary>
internal sealed class ModelOpennessToolIndex(string folder) : IndexCopy
{
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["architecture"] = "Model architecture",
        [Components.Weights] = "Model parameters (Final)",
        ["intermediate_weights"] = "Model parameters (Intermediate)",
        [Components.ModelCard] = "Model card",
        [Components.DataCard] = "Data card",
        [Components.TechnicalReport] = "Technical report",
        [Components.Paper] = "Research paper",
        [Components.EvaluationResults] = "Evaluation results",
        ["evaluation_code"] = "Evaluation code",
        ["evaluation_data"] = "Evaluation data",
        [Components.TrainingCode] = "Training code",
        [Components.InferenceCode] = "Inference code",
        [Components.DataPreprocessingCode] = "Data preprocessing code",
        [Components.TrainingData] = "Datasets",
        ["sample_outputs"] = "Sample model outputs",
        ["supporting_tools"] = "Supporting libraries and tools",
        ["model_metadata"] = "Model metadata",
    }.ToFrozenDictionary();

    private readonly Dictionary<string, HashSet<string>> _files = [];

    public override string? GetError(Statement claim, string locator)
    {
        var parts = locator.Split(", ");
        var name = parts[0];
        if (!File.Exists(Path.Combine(folder, name)))
            return "has no such file";
        if (!Names.TryGetValue(claim.Property, out var component))
            return null;

        // A paper may serve as the report, and holds the results.
        var isListed = Read(name).Contains(parts.Length > 1 ? parts[1] : component);
        return Compare(claim, isListed, isListed ? "included" : "not included");
    }

    private HashSet<string> Read(string name)
    {
        if (_files.TryGetValue(name, out var known))
            return known;
        using var text = File.OpenText(Path.Combine(folder, name));
        var stream = new YamlStream();
        stream.Load(text);
        return _files[name] = [
            .. ((YamlSequenceNode)stream.Documents[0].RootNode["release"]["components"]).Children.Select(one => one["name"].ToString()),
        ];
    }
}
