namespace AiNewsBot.Facts.Comparing;

/// <summary>How often an index and these facts agree on a property, where both speak of it.</summary>
/// <param name="Source">The index.</param>
/// <param name="Property">Of what.</param>
/// <param name="Compared">How many claims could be compared.</param>
/// <param name="Agreed">How many of them agree.</param>
public sealed record Agreement(string Source, string Property, int Compared, int Agreed);
