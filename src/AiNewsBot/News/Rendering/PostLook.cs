using AiNewsBot.News.Templates;

namespace AiNewsBot.News.Rendering;

/// <summary>How a subscription's posts look in their channel.</summary>
internal sealed record PostLook
{
    public static PostLook Usual { get; } = new();

    /// <summary>Whether the title with its link is all that is shown.</summary>
    public bool IsTitleAlone { get; init; }

    public bool HasPictures { get; init; } = true;

    /// <summary>The most characters of the text; null for the usual.</summary>
    public int? MaxLength { get; init; }

    /// <summary>What takes the place of the usual texts; null for these.</summary>
    public PostTemplate? Template { get; init; }

    /// <summary>Whether the channel is only for those of age.</summary>
    public bool IsAgeRestricted { get; init; }
}
