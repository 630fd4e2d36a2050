using System.Collections.Immutable;

namespace AiNewsBot.Chat;

/// <summary>A value that an option could take.</summary>
/// <param name="Name">As people read it.</param>
/// <param name="Value">As the option gets it.</param>
internal sealed record OptionChoice(string Name, string Value)
{
    /// <summary>Names in other languages, by locale; null for none.</summary>
    public ImmutableSortedDictionary<string, string>? NameLocalizations { get; init; }
}
