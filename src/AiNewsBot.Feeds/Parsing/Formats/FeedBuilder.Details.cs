using AiNewsBot.Feeds.Parsing.Markup;
using AiNewsBot.Feeds.Parsing.Text;

namespace AiNewsBot.Feeds.Parsing.Formats;

// What is read of an entry beside its words, link and dates.
internal sealed partial class FeedBuilder
{
    private void ApplyDetail(EntryDetails details, bool isFeed)
    {
        var value = _capture.Value();
        switch (_capture.Part)
        {
            case FeedElement.Name or FeedElement.Author:
                details.SetAuthor(value, _capture.Rank);
                break;
            case FeedElement.Category:
                details.AddCategory(value);
                break;
            case FeedElement.Comments:
                details.Comments ??= UriReference.Resolve(_capture.Place.Base, value);
                break;
            case FeedElement.Explicit:
                details.IsExplicit |= value.ToLowerInvariant() is "yes" or "true" or "explicit" or "adult";
                break;
            case FeedElement.Icon or FeedElement.PictureAddress when value.Length > 0:
                var picture = new EntryPicture(UriReference.Resolve(_capture.Place.Base, value));
                if (!isFeed)
                    details.AddPicture(picture, _capture.Rank);
                else if (PictureRules.Shows(picture, null))
                    details.Icon ??= picture.Url;
                break;
        }
    }

    // RSS writes a name or an address into the element itself.
    private bool IsAuthorAsText(IElement element) =>
        !_isAtom && element.LocalName.Equals("author", StringComparison.OrdinalIgnoreCase) && element.Vocabulary is Vocabulary.Core;
}
