using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Verdicts;
using YamlDotNet.RepresentationModel;

namespace AiNewsBot.Facts.Tests.Verdicts;

/// <summary>The rule of the Model Openness Framework, over the records of the framework's own tool and over its test files with the classes
/// in their names.</summary>
public sealed partial class ModelOpennessToolTests
{
    private const string Tool = "openness/reference/mot/";

    private static readonly Dictionary<string, string> Slugs = new()
    {
        ["Model architecture"] = "architecture",
        ["Model parameters (Final)"] = "weights",
        ["Model parameters (Intermediate)"] = "intermediate_weights",
        ["Model card"] = "model_card",
        ["Data card"] = "data_card",
        ["Technical report"] = "technical_report",
        ["Research paper"] = "paper",
        ["Evaluation results"] = "evaluation_results",
        ["Evaluation code"] = "evaluation_code",
        ["Evaluation data"] = "evaluation_data",
        ["Training code"] = "training_code",
        ["Inference code"] = "inference_code",
        ["Data preprocessing code"] = "data_preprocessing_code",
        ["Datasets"] = "training_data",
        ["Sample model outputs"] = "sample_outputs",
        ["Supporting libraries and tools"] = "supporting_tools",
        ["Model metadata"] = "model_metadata",
    };

    [Fact]
    public void Every_component_of_the_tool_is_known() =>
        Assert.Equal(Components.All.Order(StringComparer.Ordinal), Slugs.Values.Order(StringComparer.Ordinal));

    [Fact]
    public void Records_of_the_tool_reach_their_known_classes()
    {
        var settings = SharedFiles.Need(Tool + "components_mof.settings.yml");
        var types = TypesOf(settings);
        var accepted = Accepted(Tool + "licenses.json", Tool + "mof-licenses.json");

        var byClass = Directory
            .EnumerateFiles(Path.Combine(Path.GetDirectoryName(settings)!, "models"), "*.yml")
            .Select(file => (Name: Path.GetFileNameWithoutExtension(file), Class: ClassOf(file, types, accepted)))
            .ToLookup(record => record.Class, record => record.Name);

        Assert.Equal(
            (14, 1, 16, 242),
            (byClass["class-1"].Count(), byClass["class-2"].Count(), byClass["class-3"].Count(), byClass["none"].Count())
        );
        Assert.Equal(["Polyglot-Ko"], byClass["class-2"]);
        Assert.Superset(new HashSet<string> { "Amber", "Aquila-VL-2B", "OLMo-7B", "Pythia-12B" }, byClass["class-1"].ToHashSet());
        Assert.Contains("GPT-NeoX-20B", byClass["class-3"]);
    }

    [Fact]
    public void Test_files_of_the_tool_reach_the_classes_in_their_names()
    {
        var settings = SharedFiles.Need(Tool + "components_mof.settings.yml");
        var types = TypesOf(settings);

        // The files come with the licences that they were made with as valid ones.
        var accepted = Root(SharedFiles.Need(Tool + "Test_Data/Test_Scripts/valid-licenses.yml"))
            .Children.Keys.Select(key => ((YamlScalarNode)key).Value!)
            .ToHashSet();
        var files = Directory.GetFiles(Path.Combine(Path.GetDirectoryName(settings)!, "Test_Data"), "*.yml");

        Assert.True(files.Length > 20);
        Assert.All(files, file => Assert.Equal(ClassInName(file), ClassOf(file, types, accepted)));
    }

    // A class is reached where its progress and that of those below it is complete.
    private static string ClassInName(string file)
    {
        var match = ProgressForm().Match(Path.GetFileName(file));
        int Of(string name) => int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);
        return Of("one") == 100 ? "class-1"
            : Of("two") == 100 ? "class-2"
            : Of("three") == 100 ? "class-3"
            : "none";
    }

    private static string ClassOf(string file, Dictionary<string, string> types, HashSet<string> accepted)
    {
        var release = (YamlMappingNode)Root(file).Children["release"];
        var licences = release.Children.TryGetValue("license", out var node) ? node as YamlMappingNode : null;
        var open = new HashSet<string>();
        foreach (
            var component in release.Children.TryGetValue("components", out var list) && list is YamlSequenceNode sequence
                ? sequence.Children.Cast<YamlMappingNode>()
                : []
        )
        {
            var name = Text(component, "name")!;
            var licence = Text(component, "license") ?? NameOf(licences, types[name]) ?? NameOf(licences, "distribution");
            if (licence is not null && accepted.Contains(licence))
                open.Add(Slugs[name]);
        }

        return ModelOpennessFramework.Classify(open.Contains).Result;
    }

    private static string? NameOf(YamlMappingNode? licences, string type) =>
        licences is not null && licences.Children.TryGetValue(type, out var node) && node is YamlMappingNode map ? Text(map, "name") : null;

    private static string? Text(YamlMappingNode map, string key) =>
        map.Children.TryGetValue(key, out var node) && node is YamlScalarNode { Value: { Length: > 0 } text } ? text : null;

    private static Dictionary<string, string> TypesOf(string settings) =>
        ((YamlSequenceNode)Root(settings).Children["components"])
            .Children.Cast<YamlMappingNode>()
            .ToDictionary(component => Text(component, "name")!, component => Text(component, "content_type")!);

    private static YamlMappingNode Root(string file)
    {
        var yaml = new YamlStream();
        using var reader = File.OpenText(file);
        yaml.Load(reader);
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    private static HashSet<string> Accepted(string spdx, params string[] framework)
    {
        var accepted = Licences(spdx)
            .Where(licence => IsTrue(licence, "isOsiApproved") || IsTrue(licence, "isFsfLibre"))
            .Select(Id)
            .ToHashSet();
        accepted.UnionWith(framework.SelectMany(Licences).Select(Id));
        return accepted;
    }

    private static IEnumerable<JsonElement> Licences(string name) =>
        JsonDocument.Parse(File.ReadAllText(SharedFiles.Need(name))).RootElement.GetProperty("licenses").EnumerateArray();

    private static bool IsTrue(JsonElement licence, string property) =>
        licence.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.True;

    private static string Id(JsonElement licence) => licence.GetProperty("licenseId").GetString()!;

    [GeneratedRegex(@"_C1_(?<one>\d+)%-C2_(?<two>\d+)%-C3_(?<three>\d+)%_")]
    private static partial Regex ProgressForm();
}
