using AiNewsBot.Chat;
using AiNewsBot.Chat.Cards;

namespace AiNewsBot.Tests.Chat.Routing;

internal static class StubReplies
{
    public static Reply.Show Say(string text) => new Reply.Show(new CardWriter(null).Add(text).ToCard());
}
