using AiNewsBot.Chat;
using AiNewsBot.Facts.Questions.Aspects;

namespace AiNewsBot.Answering;

/// <summary>Something else that may have been asked of a subject.</summary>
internal sealed record AspectButton(Aspect Aspect, string Subject)
{
    public string Id => ButtonFields.Format(ButtonId.Aspect, Aspect.ToSlug(), Subject);

    public static AspectButton? Parse(string argument) =>
        ButtonFields.Parse(argument, ':') is [var slug, var subject] && AspectIntents.Parse(slug) is { } aspect
            ? new AspectButton(aspect, subject)
            : null;
}
