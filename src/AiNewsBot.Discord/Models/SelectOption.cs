namespace AiNewsBot.Discord.Models;

/// <summary>A line of a menu.</summary>
/// <param name="Label">As people read it, 1 to 100 characters.</param>
/// <param name="Value">As it comes back, 1 to 100 characters.</param>
/// <param name="Description">At most 100 characters.</param>
/// <param name="IsDefault">Whether it was chosen before.</param>
public sealed record SelectOption(string Label, string Value, string? Description = null, bool IsDefault = false);
