namespace AiNewsBot.News.Ingest;

/// <summary>An entry of a feed that was seen before.</summary>
/// <param name="Sighting">Its row.</param>
/// <param name="Item">The item with its words.</param>
/// <param name="Keys">As of when it was seen last.</param>
/// <param name="Link">Its link as of then.</param>
internal sealed record KnownEntry(long Sighting, long Item, EntryKeys Keys, string? Link = null);
