using System.Collections.Immutable;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Verdicts;

/// <summary>
/// The Model Openness Framework of LF AI &amp; Data: classes III (open model), II (open tooling) and I (open science), cumulative,
/// reached only when every required component is there under a licence that the framework accepts.
/// </summary>
public static class ModelOpennessFramework
{
    /// <summary>Its id in answers.</summary>
    public const string Id = "mof";

    private static readonly ImmutableArray<ImmutableArray<string>> Required =
    [
        [
            "architecture",
            Components.Weights,
            Components.ModelCard,
            Components.DataCard,
            Components.TechnicalReport,
            Components.EvaluationResults,
        ],
        [Components.TrainingCode, Components.InferenceCode, "evaluation_code", "evaluation_data"],
        [Components.TrainingData, Components.DataPreprocessingCode, "intermediate_weights", Components.Paper],
    ];

    /// <summary>
    /// The class that a set of components reaches. A paper counts as the technical report.
    /// </summary>
    /// <param name="isOpen">Whether a component is there under an accepted licence.</param>
    public static DefinitionResult Classify(Func<string, bool> isOpen)
    {
        for (var step = 0; step < Required.Length; step++)
        {
            var missing = Required[step]
                .Where(component => !isOpen(component) && !(component == Components.TechnicalReport && isOpen(Components.Paper)))
                .ToImmutableArray();
            if (!missing.IsEmpty)
                return new DefinitionResult(Id, step == 0 ? "none" : $"class-{Required.Length + 1 - step}", missing);
        }

        return new DefinitionResult(Id, "class-1", []);
    }

    /// <summary>The class of a release on a day.</summary>
    public static DefinitionResult Judge(Release release, Func<string, Licence?> licences, DateOnly day) =>
        Classify(component =>
            release.Component(component, day).Availability is Availability.Available or Availability.Gated
            && release.GetLicence(component, day).Value is { } id
            && licences(id) is { CountsAsOpen: true }
        );
}
