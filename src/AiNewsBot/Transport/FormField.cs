namespace AiNewsBot.Transport;

/// <summary>A text to write into a form.</summary>
/// <param name="Id">By which it comes back.</param>
/// <param name="Label">At most 45 characters.</param>
/// <param name="Hint">Shown while it is empty; at most 100 characters.</param>
/// <param name="Longest">The most characters that it takes.</param>
public sealed record FormField(string Id, string Label, string? Hint = null, int Longest = 100);
