namespace AiNewsBot.Feeds.Parsing.Text;

/// <summary>What a picture is called where it is all that there is: its alternative text, its title, or its file, as browsers without
/// pictures show it.</summary>
internal static class ImageText
{
    public static string? From(string? alternative, string? title, string? source) =>
        Filled(alternative) ?? Filled(title) ?? FileOf(source);

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static string? FileOf(string? source)
    {
        if (source is null || source.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
            return null;
        var end = source.AsSpan().IndexOfAny('?', '#');
        var path = (end < 0 ? source : source[..end]).TrimEnd('/');
        return Filled(path[(path.LastIndexOf('/') + 1)..]);
    }
}
