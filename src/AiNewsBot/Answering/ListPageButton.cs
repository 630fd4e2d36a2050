using AiNewsBot.Chat;

namespace AiNewsBot.Answering;

/// <summary>Turns to a page of a list.</summary>
/// <param name="Filter">As <see cref="ListFilterCodec"/> writes it: its fields are fields of the id.</param>
internal sealed record ListPageButton(string Filter, int Page)
{
    private const char Between = '|';

    public string Id => ButtonFields.Format(ButtonId.ListPage, Filter, Page);

    // In the version before, the page followed the filter after a colon.
    public static ListPageButton? Parse(string argument) =>
        ButtonFields.Parse(argument, ':') is [.. var filter, var page] && ButtonFields.Number(page) is { } number and <= int.MaxValue
            ? new ListPageButton(string.Join(Between, filter), (int)number)
            : null;
}
