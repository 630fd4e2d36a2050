using AiNewsBot.Chat;

namespace AiNewsBot.Claims;

/// <summary>A button below checked claims.</summary>
/// <param name="Check">The check.</param>
/// <param name="Sharer">Who shared it; empty where it is not shared.</param>
/// <param name="Page">The page that it shows, from 1.</param>
internal sealed record ClaimButton(string Check, string Sharer = "", int Page = 1)
{
    private const char Before = ':';

    public string Format(string action) => ButtonFields.Format(action, Check, Sharer, Page);

    /// <summary>In the version before, an id had only the fields that its action needs.</summary>
    public static ClaimButton? Parse(string action, string argument) =>
        (ButtonFields.Parse(argument, Before), action) switch
        {
            ([var check, var sharer, var page], _) => new ClaimButton(check, sharer, PageOf(page)),
            ([var check, var page], ClaimActions.Page) => new ClaimButton(check, Page: PageOf(page)),
            ([var check, var sharer], ClaimActions.TakeBack) => new ClaimButton(check, sharer),
            ([var check], ClaimActions.Share) => new ClaimButton(check),
            _ => null,
        };

    private static int PageOf(string field) => ButtonFields.Number(field) is { } number and <= int.MaxValue ? (int)number : 1;
}
