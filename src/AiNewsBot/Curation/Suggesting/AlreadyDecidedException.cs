namespace AiNewsBot.Curation.Suggesting;

/// <summary>A suggestion that is to be approved no longer waits: somebody else decided on it.</summary>
public sealed class AlreadyDecidedException() : Exception("This suggestion was decided on meanwhile.");
