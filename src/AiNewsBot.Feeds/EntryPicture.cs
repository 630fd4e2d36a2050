namespace AiNewsBot.Feeds;

/// <summary>A picture that an entry shows or names.</summary>
/// <param name="Url">An absolute address of http or https.</param>
/// <param name="Alternative">What there is to see; null where it is not said.</param>
/// <param name="Width">In pixels; null where it is not said.</param>
/// <param name="Height">In pixels; null where it is not said.</param>
public sealed record EntryPicture(string Url, string? Alternative = null, int? Width = null, int? Height = null);
