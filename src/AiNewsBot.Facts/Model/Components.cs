using System.Collections.Immutable;

namespace AiNewsBot.Facts.Model;

/// <summary>The components of a release in the Model Openness Framework, in the order in which people read them.</summary>
public static class Components
{
    /// <summary>The final parameters.</summary>
    public const string Weights = "weights";

    /// <summary>The code that trains.</summary>
    public const string TrainingCode = "training_code";

    /// <summary>The code that runs the model.</summary>
    public const string InferenceCode = "inference_code";

    /// <summary>The data it was trained on.</summary>
    public const string TrainingData = "training_data";

    /// <summary>Checkpoints from before the end of training.</summary>
    public const string IntermediateWeights = "intermediate_weights";

    /// <summary>A paper, reviewed or not.</summary>
    public const string Paper = "paper";

    /// <summary>The maker's technical report.</summary>
    public const string TechnicalReport = "technical_report";

    /// <summary>The card that describes the data.</summary>
    public const string DataCard = "data_card";

    /// <summary>The card that describes the model.</summary>
    public const string ModelCard = "model_card";

    /// <summary>What the evaluation found.</summary>
    public const string EvaluationResults = "evaluation_results";

    /// <summary>The code that prepares the data.</summary>
    public const string DataPreprocessingCode = "data_preprocessing_code";

    /// <summary>All seventeen.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        Weights,
        "architecture",
        InferenceCode,
        TrainingCode,
        TrainingData,
        DataPreprocessingCode,
        IntermediateWeights,
        Paper,
        TechnicalReport,
        ModelCard,
        DataCard,
        EvaluationResults,
        "evaluation_code",
        "evaluation_data",
        "sample_outputs",
        "supporting_tools",
        "model_metadata",
    ];

    /// <summary>Whether a component is data, whose licence follows from that of no other component.</summary>
    public static bool IsData(string slug) => slug is TrainingData or "evaluation_data";

    private static readonly ImmutableHashSet<string> Known = [.. All];

    /// <summary>Whether the slug names one.</summary>
    public static bool Contains(string slug) => Known.Contains(slug);

    /// <summary>The slug as people read it.</summary>
    public static string Label(string slug) => slug.Replace('_', ' ');
}
