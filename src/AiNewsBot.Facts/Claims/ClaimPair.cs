namespace AiNewsBot.Facts.Claims;

/// <summary>A name with something that may be said of it.</summary>
/// <param name="Name">Index of the name, of those that mean the same the nearest.</param>
/// <param name="Span">What may be said of it.</param>
internal readonly record struct ClaimPair(int Name, ClaimSpan Span);
