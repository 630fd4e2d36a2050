namespace AiNewsBot.Training;

/// <summary>What is said in a message.</summary>
/// <param name="Kind">Of which kind it is.</param>
/// <param name="Name">Of whom it is said.</param>
/// <param name="Said">What.</param>
/// <param name="IsDenied">Whether it is denied.</param>
/// <param name="Named">Index of the name; null where it was not found.</param>
/// <param name="Start">Index of the first unit of what is said; with the end 0 where it was not found.</param>
/// <param name="End">Index of the unit behind it.</param>
internal sealed record MarkedClaim(string Kind, string Name, string Said, bool IsDenied, int? Named, int Start, int End);
