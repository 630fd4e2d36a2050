using AiNewsBot.Feeds;

namespace AiNewsBot.News.Releases;

/// <summary>A repository in an organisation's list at the hub.</summary>
internal sealed record RepositoryEntry : FeedEntry
{
    public RepositoryEntry(string hub, Discovery discovery, string? summary, DateTimeOffset? published)
        : base(
            $"{discovery.Owner}/{discovery.Repository}",
            $"{hub}/{discovery.Owner}/{discovery.Repository}",
            $"{discovery.Owner} published {discovery.Repository}, licence: {discovery.Licence ?? "not stated"}",
            summary,
            published,
            null
        )
    {
        Discovery = discovery;
        if (summary is not null)
            Text = new FormattedText([new TextBlock(TextBlockKind.Paragraph, [new TextSpan(summary)])]);
    }

    public Discovery Discovery { get; }
}
