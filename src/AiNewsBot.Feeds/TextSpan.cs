namespace AiNewsBot.Feeds;

/// <summary>A piece of text in one style.</summary>
/// <param name="Text">Never empty.</param>
/// <param name="Style">How it is set.</param>
/// <param name="Link">Where it leads, an absolute address of http or https; null where it is no link.</param>
public sealed record TextSpan(string Text, TextStyles Style = TextStyles.None, string? Link = null);
