using System.Collections.Immutable;

namespace AiNewsBot.News.Filters;

/// <summary>A story as filters see it.</summary>
internal sealed record FilterSubject(string Title, string? Text, string? Author, ImmutableArray<string> Categories, string? Language = null)
{
    public IEnumerable<string> Values(FilterField field) =>
        field switch
        {
            FilterField.Title => [Title],
            FilterField.Text => Text is null ? [] : [Text],
            FilterField.Author => Author is null ? [] : [Author],
            FilterField.Category => Categories,
            FilterField.Language => Language is null ? [] : [Language],
            _ => Text is null ? [Title] : [Title, Text],
        };
}
