namespace AiNewsBot.Facts.DatasetReading;

/// <summary>Something wrong in a dataset.</summary>
/// <param name="File">Path within the dataset.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Message">What is wrong, and what would be right.</param>
public sealed record DatasetError(string File, int Line, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line}: {Message}";
}
