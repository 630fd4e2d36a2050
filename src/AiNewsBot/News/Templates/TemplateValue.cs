namespace AiNewsBot.News.Templates;

/// <summary>What a story has of a field.</summary>
/// <param name="Text">As plain text.</param>
/// <param name="Markdown">As Markdown that is escaped already; null where the escaped text is that.</param>
internal sealed record TemplateValue(string Text, string? Markdown = null);
