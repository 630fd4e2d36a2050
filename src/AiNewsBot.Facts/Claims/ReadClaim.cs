namespace AiNewsBot.Facts.Claims;

/// <summary>Something that the classifier takes for said.</summary>
/// <param name="Pair">What, and of whom.</param>
/// <param name="IsDenied">Whether it is rather denied.</param>
/// <param name="Likelihood">How likely it is that it is said or denied.</param>
internal readonly record struct ReadClaim(ClaimPair Pair, bool IsDenied, float Likelihood);
