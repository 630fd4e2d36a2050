namespace AiNewsBot.News.Items;

/// <summary>An item with the story that it tells, as some server sees it.</summary>
internal sealed record ItemOfStory
{
    public long Id { get; init; }

    public long Story { get; init; }
}
