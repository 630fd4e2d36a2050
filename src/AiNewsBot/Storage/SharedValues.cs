using System.Collections.Immutable;
using System.Text.Json;
using AiNewsBot.Facts;

namespace AiNewsBot.Storage;

/// <summary>Values that many statements have in common, kept once: a page is the source of dozens of them, and "available" the value of hundreds.</summary>
internal sealed class SharedValues
{
    private readonly Dictionary<string, string> _texts = [];
    private readonly Dictionary<string, ImmutableArray<Source>> _sources = [];

    public string Text(string text)
    {
        if (_texts.TryGetValue(text, out var known))
            return known;
        _texts.Add(text, text);
        return text;
    }

    /// <summary>Sources from their JSON text.</summary>
    public ImmutableArray<Source> Sources(string json)
    {
        if (_sources.TryGetValue(json, out var known))
            return known;
        ImmutableArray<Source> sources = [.. JsonSerializer.Deserialize(json, FactJson.Default.SourceJsonArray)!.Select(source => Once(source.ToSource()))];
        _sources.Add(json, sources);
        return sources;
    }

    private Source Once(Source source) => source with
    {
        Url = Text(source.Url),
        Title = Text(source.Title),
        Publisher = Text(source.Publisher),
        Locator = source.Locator is null ? null : Text(source.Locator),
    };
}
