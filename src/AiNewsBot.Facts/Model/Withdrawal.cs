namespace AiNewsBot.Facts.Model;

/// <summary>A statement that was taken back: what was known of a property no longer holds, by an editor's decision.</summary>
/// <param name="Property">Slug of the property.</param>
/// <param name="IsLocal">Whether a server did so for itself; else those who keep the facts of all.</param>
public sealed record Withdrawal(string Property, bool IsLocal);
