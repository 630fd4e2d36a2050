using System.Collections.Immutable;
using AiNewsBot.News.Items;

namespace AiNewsBot.News.Rendering;

/// <summary>A story with what is shown beside it.</summary>
/// <param name="Sources">The feeds that tell it, the first first: name and the story's page there.</param>
/// <param name="Subjects">Ids of what it speaks of.</param>
internal sealed record StoryView(NewsItem Item, ImmutableArray<(string Name, string? Link)> Sources, ImmutableArray<string> Subjects);
