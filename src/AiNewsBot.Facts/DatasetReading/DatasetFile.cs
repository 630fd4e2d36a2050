namespace AiNewsBot.Facts.DatasetReading;

/// <summary>A file of a dataset.</summary>
/// <param name="Path">Its path within the dataset, with slashes.</param>
/// <param name="Open">Opens its text.</param>
public sealed record DatasetFile(string Path, Func<TextReader> Open);
