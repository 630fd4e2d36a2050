namespace AiNewsBot.Curation.Suggestions;

/// <summary>A suggestion that is to be approved no longer waits: it was decided meanwhile.</summary>
internal sealed class AlreadyDecidedException() : Exception("This suggestion has been decided already.");
