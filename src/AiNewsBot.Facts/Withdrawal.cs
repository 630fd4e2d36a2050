namespace AiNewsBot.Facts;

/// <summary>A statement that was taken back: what was known of a property is so no longer, by somebody's decision.</summary>
/// <param name="Property">Slug of the property.</param>
/// <param name="IsLocal">Whether a server did so for itself; else those who keep the facts of all.</param>
public sealed record Withdrawal(string Property, bool IsLocal);
