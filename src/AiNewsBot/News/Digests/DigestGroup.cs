using System.Collections.Immutable;
using AiNewsBot.News.Rendering;

namespace AiNewsBot.News.Digests;

/// <summary>Stories of a digest that belong together, the newest first.</summary>
/// <param name="Heading">The maker or subject that they are about; null for what has none, or where there is one group alone.</param>
internal sealed record DigestGroup(string? Heading, ImmutableArray<StoryView> Stories);
