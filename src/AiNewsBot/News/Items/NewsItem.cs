namespace AiNewsBot.News.Items;

/// <summary>A story.</summary>
internal sealed record NewsItem
{
    internal const string Columns =
        "items.id AS Id, items.kind AS Kind, items.server_id AS ServerId, items.title AS Title, items.summary AS Summary, items.link "
        + "AS Link, items.dated_at AS DatedAt, items.first_seen_at AS FirstSeenAt, items.revision AS Revision, "
        + "items.details AS DetailsJson";

    public long Id { get; init; }

    public ItemKind Kind { get; init; }

    /// <summary>The server whose own it is; null where all may see it.</summary>
    public string? ServerId { get; init; }

    public required string Title { get; init; }

    public string? Summary { get; init; }

    public string? Link { get; init; }

    /// <summary>When it was published; when it was first seen, where that is not said or said to be later.</summary>
    public long DatedAt { get; init; }

    public long FirstSeenAt { get; init; }

    public long Revision { get; init; }

    public string? DetailsJson { get; init; }

    public ItemDetails Details => ItemDetailsJson.Read(DetailsJson);
}
