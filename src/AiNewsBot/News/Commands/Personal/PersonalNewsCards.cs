using AiNewsBot.Answering;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;
using AiNewsBot.Chat.Texts;
using AiNewsBot.News.Commands.Selection;
using AiNewsBot.News.Subscriptions;

namespace AiNewsBot.News.Commands.Personal;

/// <summary>What a person follows in their direct messages, as they see it.</summary>
internal sealed class PersonalNewsCards(PersonalFollows follows, SubscriptionText text)
{
    public const string End = "news-me-end";
    public const string Resume = "news-me-resume";

    private static ChatTexts Texts => ChatTexts.Current;

    /// <param name="said">What was just done; null for nothing.</param>
    public async Task<Reply> CreateAsync(string user, string? said = null, CancellationToken cancellationToken = default)
    {
        var all = await follows.ForUserAsync(user, cancellationToken);
        var writer = new CardWriter(VerdictStyle.Accent(null));
        if (said is not null)
            writer.Add(said);
        if (all.Count == 0)
            return Shown(writer.Add(Texts["me.nothing"]));
        var lines = new List<string>();
        foreach (var one in all)
            lines.Add($"- {await text.RichAsync(one, cancellationToken: cancellationToken)}");
        writer.Add(Texts["me.title"]).Add([.. lines], AnswerText.More, reserve: 1000);
        if (all.FirstOrDefault(one => one.IsPaused) is { } paused)
            writer.Add(Texts["me.paused", ("reason", paused.PausedBecause)]).AddButton(ButtonId.Format(Resume, ""), Texts["follow.resume"]);
        writer.Add($"-# {Texts["me.note", ("count", $"{PersonalFollows.MaxPosts}")]}");
        foreach (var one in all)
            writer.AddButton(ButtonFields.Format(End, one.Id), Texts["me.end", ("name", await text.NameAsync(one, cancellationToken))]);
        return Shown(writer.AddButton(ButtonId.Format(PersonalFollows.StopAction, ""), Texts["me.stop_all"]));
    }

    private static Reply.Show Shown(CardWriter writer) => new(writer.ToCard(), IsPrivate: true);
}
