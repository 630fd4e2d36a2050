namespace AiNewsBot.Facts.DatasetReading;

/// <summary>A line of a file.</summary>
internal readonly record struct FileLocation(string File, int Line);
