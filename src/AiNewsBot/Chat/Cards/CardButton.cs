namespace AiNewsBot.Chat.Cards;

/// <summary>A button below a card.</summary>
/// <param name="Id">What it does and to what, so that it works after a restart and after months.</param>
/// <param name="Label">Its text.</param>
internal sealed record CardButton(string Id, string Label)
{
    /// <summary>The most characters of an address that a button may open (Discord's own limit).</summary>
    public const int MaxUrlLength = 512;

    /// <summary>The address that it opens, in place of doing something; null for none.</summary>
    public string? Url { get; init; }
}
