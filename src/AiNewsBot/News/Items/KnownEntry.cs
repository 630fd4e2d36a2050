namespace AiNewsBot.News.Items;

/// <summary>An entry of a feed that was seen before.</summary>
/// <param name="Sighting">Its row.</param>
/// <param name="Item">The story that it tells.</param>
/// <param name="Keys">As of when it was seen last.</param>
public sealed record KnownEntry(long Sighting, long Item, EntryKeys Keys);
