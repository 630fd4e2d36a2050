using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.News.Commands.Selection;
using AiNewsBot.News.Subscriptions;

namespace AiNewsBot.News.Commands.Personal;

/// <summary>What a person follows in their direct messages, as they see it.</summary>
internal sealed class PersonalNewsCards(PersonalFollows follows, SubscriptionText text)
{
    public const string End = "news-me-end";
    public const string Resume = "news-me-resume";

    /// <param name="said">What was just done; null for nothing.</param>
    public async Task<Reply> CreateAsync(string user, string? said = null, CancellationToken cancellationToken = default)
    {
        var all = await follows.ForUserAsync(user, cancellationToken);
        var writer = new CardWriter(VerdictStyle.Accent(null));
        if (said is not null)
            writer.Add(said);
        if (all.Count == 0)
            return Shown(
                writer.Add(
                    "You follow nothing in direct messages. `/news me about:` a model or maker sends you its news, at once or once a day."
                )
            );
        var lines = new List<string>();
        foreach (var one in all)
            lines.Add($"- {await text.RichAsync(one, cancellationToken: cancellationToken)}");
        writer.Add("### What you follow").Add([.. lines], count => $"-# and {count} more", reserve: 1000);
        if (all.FirstOrDefault(one => one.IsPaused) is { } paused)
            writer
                .Add($"**Paused**: {paused.PausedBecause} What comes in meanwhile is not sent.")
                .AddButton(ButtonId.Format(Resume, ""), "Resume");
        writer.Add(
            $"-# At most {PersonalFollows.MaxPosts} messages a day, the rest in a digest. `/privacy` shows and deletes what is kept of it."
        );
        foreach (var one in all)
            writer.AddButton(ButtonFields.Format(End, one.Id), $"End {await text.NameAsync(one, cancellationToken)}");
        return Shown(writer.AddButton(ButtonId.Format(PersonalFollows.StopAction, ""), "Stop all"));
    }

    private static Reply.Show Shown(CardWriter writer) => new(writer.ToCard(), IsPrivate: true);
}
