namespace AiNewsBot.Curation.Suggestions;

/// <summary>The layers whose suggestions someone decides on: two, or one twice.</summary>
internal sealed record ReviewedLayers(string First, string Second);
