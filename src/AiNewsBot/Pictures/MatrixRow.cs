using System.Collections.Immutable;

namespace AiNewsBot.Pictures;

/// <summary>A component over all columns.</summary>
/// <param name="Component">As people read it.</param>
public sealed record MatrixRow(string Component, ImmutableArray<MatrixCell> Cells);
