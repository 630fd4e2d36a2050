using AiNewsBot.Chat;

namespace AiNewsBot.Answering;

/// <summary>Turns to a page of a timeline.</summary>
internal sealed record TimelinePageButton(string Subject, int Page)
{
    public string Id => ButtonFields.Format(ButtonId.TimelinePage, Subject, Page);

    public static TimelinePageButton? Parse(string argument) =>
        ButtonFields.Parse(argument, ':') is [var subject, var page] && ButtonFields.Number(page) is { } number and <= int.MaxValue
            ? new TimelinePageButton(subject, (int)number)
            : null;
}
