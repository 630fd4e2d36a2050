using System.Data.Common;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Texts;
using AiNewsBot.News.Items;
using AiNewsBot.Storage;
using Dapper;

namespace AiNewsBot.News.Rendering;

/// <summary>The pictures that moderators add to their own news. They are kept, since the chat keeps what was uploaded in a form for a day
/// alone.</summary>
internal sealed class PostPictures(IDatabase database, IChatFiles files)
{
    public const int MaxBytes = 4 * 1024 * 1024;

    /// <summary>The picture of a file, or why it cannot be taken.</summary>
    public async Task<(CardFile? Picture, string? Fault)> ReadAsync(RequestFile file, CancellationToken cancellationToken)
    {
        if (file.Size > MaxBytes)
            return (null, ChatTexts.Current["post.picture_too_large", ("count", $"{MaxBytes / 1024 / 1024}")]);
        if (await files.ReadAsync(file, MaxBytes, cancellationToken) is not { } content)
            return (null, ChatTexts.Current["post.picture_unreadable"]);
        return EndingOf(content) is { } ending
            ? (new CardFile($"picture.{ending}", content), null)
            : (null, ChatTexts.Current["post.picture_unknown"]);
    }

    public static Task KeepAsync(DbConnection connection, long item, CardFile picture) =>
        connection.ExecuteAsync(
            "INSERT INTO post_pictures (item_id, name, content) VALUES (@item, @Name, @content)",
            new
            {
                item,
                picture.Name,
                content = Convert.ToBase64String(picture.Content.Span),
            }
        );

    /// <summary>The card of a moderator's news, with its picture where it has one.</summary>
    public async Task<Card> AddToAsync(Card card, NewsItem item, CancellationToken cancellationToken = default)
    {
        var kept = await database.ReadAsync(
            connection =>
                connection.QueryFirstOrDefaultAsync<KeptPicture>(
                    "SELECT name AS Name, content AS Content FROM post_pictures WHERE item_id = @Id",
                    new { item.Id }
                ),
            cancellationToken
        );
        return kept is null ? card : Add(card, item.Title, new CardFile(kept.Name, Convert.FromBase64String(kept.Content)));
    }

    public static Card Add(Card card, string title, CardFile picture) =>
        card with
        {
            Images = [new CardImage("", $"The picture of “{title}”") { File = picture }],
        };

    // By its first bytes: a file's name says nothing certain.
    private static string? EndingOf(ReadOnlySpan<byte> content) =>
        content.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? "png"
        : content.StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? "jpg"
        : content.StartsWith("GIF8"u8) ? "gif"
        : content.StartsWith("RIFF"u8) && content.Length > 12 && content[8..].StartsWith("WEBP"u8) ? "webp"
        : null;

    internal sealed record KeptPicture
    {
        public required string Name { get; init; }

        public required string Content { get; init; }
    }
}
