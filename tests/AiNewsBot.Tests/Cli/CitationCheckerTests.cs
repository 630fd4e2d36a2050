using AiNewsBot.Cli.Citations;
using AiNewsBot.Facts.Model;
using AiNewsBot.Tests.Harness;

namespace AiNewsBot.Tests.Cli;

/// <summary>What the dataset cites of an index must stand there and say what is claimed.</summary>
public sealed class CitationCheckerTests : IDisposable
{
    private const string European = "https://github.com/example/main-database/tree/1";
    private const string Epoch = "https://github.com/example/epoch/blob/1/data/raw/notable_ai_models.csv";
    private const string Tool = "https://github.com/example/model_openness_tool/tree/1/models";
    private const string ModelsDev = "https://github.com/example/models.dev/tree/1/models";
    private const string Transparency = "https://github.com/example/fmti/tree/1";
    private readonly TemporaryFolder _folder = new();

    public CitationCheckerTests()
    {
        Write(
            "osai-index/dove.yaml",
            "system:\n  name: Dove\n  endmodellicense: MIT\nweights_basemodel:\n  class: open\nweights_endmodel:\n  class: closed\n"
                + "modelcard:\n  class: closed\n  link: https://example.org/card\npaper:\n  class: closed\n  link:\n"
        );
        Write(
            "epoch/notable_openness_columns.csv",
            "Model,Publication date,Model accessibility,Training code accessibility,Inference code accessibility\n"
                + "Dove ,2024-05-02,Open weights (unrestricted),Unreleased,\n"
        );
        Write("mot/models/Dove.yml", "release:\n  components:\n    -\n      name: 'Research paper'\n    -\n      name: Datasets\n");
        Write("models.dev/models/birds/dove.toml", "release_date = \"2024-05-02\"\nopen_weights = false\n");
        Write("fmti/Dec2025_scores.csv", "Indicator,Dovecote\nCode access,0\nPublic datasets,1\n");
    }

    [Theory]
    [InlineData(European, "dove.yaml, weights", "weights", "available")]
    [InlineData(European, "dove.yaml, weights", "weights", "partial")]
    [InlineData(European, "dove.yaml, modelcard", "model_card", "partial")]
    [InlineData(European, "dove.yaml, endmodellicense", "licence", "MIT")]
    [InlineData(European, "dove.yaml", "announced", "2024-05")]
    [InlineData(Epoch, "Dove", "weights", "gated")]
    [InlineData(Epoch, "Dove", "training_code", "unavailable")]
    [InlineData(Epoch, "Dove", "announced", "2024-05-01/2024-05-03")]
    [InlineData(Tool, "Dove.yml", "training_data", "available")]
    [InlineData(Tool, "Dove.yml, Research paper", "technical_report", "available")]
    [InlineData(Tool, "Dove.yml", "weights", "unavailable")]
    [InlineData(ModelsDev, "birds/dove.toml", "weights", "unavailable")]
    [InlineData(ModelsDev, "birds/dove.toml", "announced", "2024-05")]
    [InlineData(Transparency, "Code access, Dovecote", "inference_code", "unavailable")]
    [InlineData(Transparency, "Public datasets, Dovecote", "training_data", "partial")]
    public void Claim_that_the_index_supports_passes(string url, string locator, string property, string value) =>
        Assert.Equal((1, 0), Check(url, locator, property, value) is var (count, errors) ? (count, errors.Count) : default);

    [Theory]
    [InlineData(European, "hawk.yaml, weights", "weights", "available", "no such file")]
    [InlineData(European, "dove.yaml, wings", "weights", "available", "no such field")]
    [InlineData(European, "dove.yaml", "weights", "available", "without a field")]
    [InlineData(European, "dove.yaml, paper", "paper", "available", "says 'closed', not available")]
    [InlineData(European, "dove.yaml, paper", "paper", "partial", "says 'closed', not partial")]
    [InlineData(Epoch, "Hawk", "weights", "available", "no such row")]
    [InlineData(Epoch, "Dove", "weights", "unavailable", "says 'Open weights (unrestricted)', not unavailable")]
    [InlineData(Epoch, "Dove", "inference_code", "unavailable", "says nothing of it")]
    [InlineData(Epoch, "Dove", "announced", "2024-06", "says 2024-05-02, not 2024-06")]
    [InlineData(Tool, "Dove.yml", "weights", "available", "says 'not included', not available")]
    [InlineData(Tool, "Hawk.yml", "weights", "available", "no such file")]
    [InlineData(ModelsDev, "birds/dove.toml", "weights", "available", "says 'open_weights = false', not available")]
    [InlineData(ModelsDev, "birds/hawk.toml", "weights", "available", "no such file")]
    [InlineData(Transparency, "Code access, Dovecote", "inference_code", "available", "says '0', not available")]
    [InlineData(Transparency, "Code access, Hawk", "inference_code", "available", "no such indicator and maker")]
    public void Claim_that_the_index_does_not_support_is_named(string url, string locator, string property, string value, string error)
    {
        var (count, errors) = Check(url, locator, property, value);

        Assert.Equal(1, count);
        Assert.StartsWith($"dove, {property} {value}: An index @ {locator} ", Assert.Single(errors));
        Assert.Contains(error, errors[0]);
    }

    [Theory]
    [InlineData(European, "hawk.yaml, weights", "weights", "unknown")]
    [InlineData("https://example.org/another-index", "Hawk", "weights", "available")]
    public void Unknown_values_and_indexes_without_a_copy_are_not_checked(string url, string locator, string property, string value) =>
        Assert.Equal((0, 0), Check(url, locator, property, value) is var (count, errors) ? (count, errors.Count) : default);

    [Fact]
    public async Task Shipped_dataset_cites_the_indexes_rightly()
    {
        var references = Path.GetDirectoryName(SharedFiles.Need("openness/reference/reference_claims.csv"))!;
        using var terminal = new Terminal();

        var (code, output, _) = await terminal.RunAsync(["facts", "validate", "--references", references]);

        Assert.Contains(" citations of indexes checked, 0 do not hold.", output);
        Assert.Equal(0, code);
    }

    public void Dispose() => _folder.Dispose();

    private void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[file])!);
        File.WriteAllText(_folder[file], text);
    }

    private (int Count, IReadOnlyList<string> Errors) Check(string url, string locator, string property, string value)
    {
        var claim = new Statement
        {
            Subject = "dove",
            Property = property,
            Value = value,
            Sources = [new Source(url, "An index of models", "An index", SourceKind.Index, locator)],
            VerifiedOn = new DateOnly(2026, 11, 29),
        };
        var subject = new Subject
        {
            Kind = SubjectKind.Release,
            Id = "dove",
            Name = "Dove",
            Statements = [claim],
        };
        return new CitationChecker(_folder.Path).Check([subject]) is var (count, errors) ? (count, errors) : default;
    }
}
