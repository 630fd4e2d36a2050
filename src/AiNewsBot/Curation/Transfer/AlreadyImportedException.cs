namespace AiNewsBot.Curation.Transfer;

/// <summary>A file was imported between looking at it and importing it: nothing is written.</summary>
internal sealed class AlreadyImportedException() : Exception("This file was imported already.");
