namespace AiNewsBot.News.Feeds;

/// <summary>Why new entries of a feed are held back.</summary>
/// <param name="NewCount">How many entries look new.</param>
/// <param name="EntryCount">Of how many in the document.</param>
internal sealed record FeedDoubt(int NewCount, int EntryCount)
{
    public string Sentence => $"{NewCount} of its {EntryCount} entries look new, though most of them bear dates or titles that are known";
}
