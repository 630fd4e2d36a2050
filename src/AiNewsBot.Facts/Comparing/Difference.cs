using AiNewsBot.Facts.Model;

namespace AiNewsBot.Facts.Comparing;

/// <summary>Where an index and these facts disagree.</summary>
/// <param name="Source">The index.</param>
/// <param name="Model">The model, as the index calls it.</param>
/// <param name="Release">The release that it is here.</param>
/// <param name="Property">Of what.</param>
/// <param name="Theirs">What the index says.</param>
/// <param name="Ours">What is said here.</param>
public sealed record Difference(string Source, string Model, Release Release, string Property, string Theirs, string Ours);
