using System.Collections.Immutable;

namespace AiNewsBot.Facts;

/// <summary>What is not stated of a release, though its family's depth asks for it.</summary>
/// <param name="Release">The release.</param>
/// <param name="Missing">Slugs of the properties of which nothing is stated.</param>
public sealed record DepthGap(Release Release, ImmutableArray<string> Missing);
