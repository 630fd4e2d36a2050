using System.Collections.Immutable;

namespace AiNewsBot.Facts.DatasetReading;

/// <summary>What came of reading a dataset: the whole of it, or every fault.</summary>
/// <param name="Dataset">The dataset; null when there are faults.</param>
/// <param name="Errors">What is wrong, by file and line.</param>
public sealed record DatasetResult(Dataset? Dataset, ImmutableArray<DatasetError> Errors);
