using System.Collections.Immutable;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Snapshots;

/// <summary>What is not stated of a release, though its family's depth asks for it.</summary>
/// <param name="Release">The release.</param>
/// <param name="Missing">Slugs of the properties of which nothing is stated.</param>
public sealed record CoverageGap(Release Release, ImmutableArray<string> Missing);
