using System.Collections.Immutable;
using AiNewsBot.Chat;

namespace AiNewsBot.Answering;

/// <summary>Turns to a page of a list.</summary>
/// <param name="Filter">As <see cref="ListFilterFields"/> writes it.</param>
internal sealed record ListPageButton(ImmutableArray<string> Filter, int Page)
{
    public string Id => ButtonFields.Format(ButtonId.ListPage, [.. Filter, Page]);

    // In the version before, the page followed the filter after a colon, and bars were between the filter's fields.
    public static ListPageButton? Parse(string argument) =>
        ButtonFields.Parse(argument.Replace(':', '|')) is [.. var filter, var page]
        && ButtonFields.Number(page) is { } number and <= int.MaxValue
            ? new ListPageButton(filter, (int)number)
            : null;
}
