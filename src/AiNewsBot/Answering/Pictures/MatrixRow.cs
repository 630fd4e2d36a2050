using System.Collections.Immutable;

namespace AiNewsBot.Answering.Pictures;

/// <summary>A component over all columns.</summary>
/// <param name="Component">As people read it.</param>
internal sealed record MatrixRow(string Component, ImmutableArray<MatrixCell> Cells);
