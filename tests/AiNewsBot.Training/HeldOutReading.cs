using System.Collections.Immutable;
using AiNewsBot.Facts.Learning;

namespace AiNewsBot.Training;

/// <summary>How a row was read by a classifier that was not trained on it.</summary>
/// <param name="Row">The row.</param>
/// <param name="Label">What it was read as.</param>
/// <param name="Likelihood">How likely the classifier found that.</param>
/// <param name="Asked">All that it was read to ask.</param>
internal sealed record HeldOutReading(TrainingRow Row, string Label, float Likelihood, string[] Asked)
{
    /// <summary>Whether it is what the row asks.</summary>
    public bool IsRight => Row.Allows(Label);

    /// <summary>Whether it is all that the row asks.</summary>
    public bool IsWhole => Asked.Select(AspectChoice.Base).Order().SequenceEqual(Row.Labels.Select(AspectChoice.Base).Order());

    /// <summary>How sure it is, calibrated.</summary>
    public float Calibrate(AspectCalibration calibration, ImmutableArray<string> labels) =>
        calibration.Apply(labels.IndexOf(Label), Likelihood);
}
