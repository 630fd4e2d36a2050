using System.Globalization;
using AiNewsBot.Chat.Texts;

namespace AiNewsBot.News.Feeds;

/// <summary>Why new entries of a feed are held back.</summary>
/// <param name="NewCount">How many entries look new.</param>
/// <param name="EntryCount">Of how many in the document.</param>
internal sealed record FeedDoubt(int NewCount, int EntryCount)
{
    public string Sentence =>
        ChatTexts.Current[
            "list.doubt",
            ("new", NewCount.ToString(CultureInfo.InvariantCulture)),
            ("count", EntryCount.ToString(CultureInfo.InvariantCulture))
        ];
}
