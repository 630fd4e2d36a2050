namespace AiNewsBot.Kill.Tests;

/// <summary>An edit of which its author saw that it was made.</summary>
/// <param name="Revision">The number that was shown.</param>
/// <param name="Property">Of what.</param>
/// <param name="Value">What it became.</param>
internal sealed record AcknowledgedEdit(long Revision, string Property, string Value);
