namespace AiNewsBot.Facts.Reading;

/// <summary>A line of a file.</summary>
internal readonly record struct Place(string File, int Line);
