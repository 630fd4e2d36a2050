namespace AiNewsBot.News.Ingest;

/// <summary>A row of sightings.</summary>
internal sealed record SightingRow
{
    public long Id { get; init; }

    public long Item { get; init; }

    public long? Guid { get; init; }

    public long? GuidFragment { get; init; }

    public long? Link { get; init; }

    public long? Title { get; init; }

    public long Content { get; init; }

    public long? Published { get; init; }

    public bool IsPublished { get; init; }

    public string? Address { get; init; }

    public KnownEntry ToKnown() =>
        new(
            Id,
            Item,
            new EntryKeys
            {
                Id = Guid,
                IdFragment = GuidFragment,
                Link = Link,
                LinkFragment = EntryKeys.FragmentOf(Address),
                Title = Title,
                Content = Content,
                Published = Published,
                IsPublished = IsPublished,
            },
            Address
        );
}
