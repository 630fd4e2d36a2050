using System.Collections.Immutable;
using AiNewsBot.Facts.Learning;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Questions.Aspects;

/// <summary>What a question was found to ask.</summary>
/// <param name="Labels">The labels of the classifier, what is asked first in front; empty when it is out of scope.</param>
/// <param name="Confidence">How sure it is, from 0 to 1.</param>
/// <param name="Topic">The topic that is asked about.</param>
/// <param name="Masked">The words of the question with its names masked.</param>
/// <param name="Likeliest">The likeliest readings, whether they were taken or not.</param>
internal sealed record AspectReading(
    ImmutableArray<string> Labels,
    double Confidence,
    SubjectView? Topic,
    ImmutableArray<MaskedWord> Masked,
    ImmutableArray<(Aspect Aspect, double Likelihood)> Likeliest
)
{
    /// <summary>The aspects that are asked.</summary>
    public ImmutableArray<Aspect> Aspects { get; } = [.. Labels.Select(AspectText.Parse).OfType<Aspect>().Distinct()];

    /// <summary>Whether a label, or one of its details, was taken.</summary>
    public bool Asks(string label) => Labels.Any(asked => asked == label || AspectChoice.Base(asked) == label);
}
