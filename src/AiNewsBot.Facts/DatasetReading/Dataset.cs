using System.Collections.Immutable;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.DatasetReading;

/// <summary>The curated facts, as written in the files of one version.</summary>
/// <param name="Version">Grows with each published change.</param>
/// <param name="Released">When this version was published.</param>
/// <param name="Subjects">All subjects with their statements.</param>
public sealed record Dataset(int Version, DateOnly Released, ImmutableArray<Subject> Subjects);
