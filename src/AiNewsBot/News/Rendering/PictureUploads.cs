using AiNewsBot.Chat.Cards;
using AiNewsBot.Feeds.Fetching;

namespace AiNewsBot.News.Rendering;

/// <summary>Pictures that the chat's proxy cannot fetch, since they are in the network of the bot, go with the message.</summary>
internal sealed class PictureUploads(FeedFetcher fetcher)
{
    private const int MaxBytes = 4 * 1024 * 1024;

    /// <summary>The card with those pictures' files; without a picture that cannot be had.</summary>
    public async Task<Card> AttachAsync(Card card, CancellationToken cancellationToken)
    {
        if (card.Thumbnail is null && card.Images.IsEmpty)
            return card;
        var images = new List<CardImage>();
        foreach (var image in card.Images)
        {
            if (await AttachAsync(image, $"picture{images.Count}", cancellationToken) is { } shown)
                images.Add(shown);
        }

        return card with
        {
            Images = [.. images],
            Thumbnail = card.Thumbnail is { } thumbnail ? await AttachAsync(thumbnail, "thumbnail", cancellationToken) : null,
        };
    }

    private async Task<CardImage?> AttachAsync(CardImage image, string name, CancellationToken cancellationToken)
    {
        if (image.File is not null || FeedAddress.TryParse(image.Url) is not { } address || !PrivateHosts.IsOne(address))
            return image;
        return
            await fetcher.FetchAsync(address, null, cancellationToken) is FetchResult.Fetched { Body.Length: <= MaxBytes } picture
            && EndingOf(picture.MediaType) is { } ending
            ? image with
            {
                File = new CardFile($"{name}.{ending}", picture.Body),
            }
            : null;
    }

    private static string? EndingOf(string? mediaType) =>
        mediaType switch
        {
            "image/png" => "png",
            "image/jpeg" => "jpg",
            "image/gif" => "gif",
            "image/webp" => "webp",
            _ => null,
        };
}
