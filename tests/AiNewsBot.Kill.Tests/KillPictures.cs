using AiNewsBot.Benchmarks.News;
using DiscordSimulator.Channels;

namespace AiNewsBot.Kill.Tests;

/// <summary>Whether the posts show the pictures of their stories.</summary>
/// <param name="FromFeeds">Posts with the picture that the feed names.</param>
/// <param name="FromPages">Posts with the picture of the story's page.</param>
/// <param name="Wrong">Posts without the picture that the feed names, or with one where none is wanted.</param>
internal sealed record KillPictures(int FromFeeds, int FromPages, int Wrong)
{
    /// <param name="posts">The posts by their channels.</param>
    /// <param name="plain">The channel that wants no pictures; null without one.</param>
    public static KillPictures Count(
        IReadOnlyDictionary<string, IReadOnlyList<SimulatedMessage>> posts,
        IReadOnlyCollection<string> stories,
        string? plain
    )
    {
        var (fromFeeds, fromPages, wrong) = (0, 0, 0);
        foreach (var (channel, messages) in posts)
        {
            foreach (var message in messages)
            {
                var told = stories.Where(story => message.Text.Contains(story, StringComparison.Ordinal)).ToArray();
                var isNamed = told.Any(LocalFeed.HasPicture);
                var isShown = message.Body.ToString().Contains(LocalFeeds.PictureHost, StringComparison.Ordinal);
                if (isShown ? channel == plain : isNamed && channel != plain)
                    wrong++;
                else if (isShown && isNamed)
                    fromFeeds++;
                else if (isShown)
                    fromPages++;
            }
        }

        return new KillPictures(fromFeeds, fromPages, wrong);
    }
}
