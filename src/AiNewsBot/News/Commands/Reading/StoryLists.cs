using System.Collections.Immutable;
using AiNewsBot.Answering;
using AiNewsBot.Chat.Cards;
using AiNewsBot.News.Rendering;

namespace AiNewsBot.News.Commands.Reading;

/// <summary>Lists of stories.</summary>
internal static class StoryLists
{
    public static Card Create(string title, ImmutableArray<StoryView> stories) =>
        new CardWriter(VerdictStyle.Accent(null))
            .Add($"### {Markdown.Escape(title)}")
            .Add([.. stories.Select(StoryCards.LineOf)], AnswerText.More)
            .ToCard();
}
