using System.Collections.Immutable;

namespace AiNewsBot.Transport;

/// <summary>A command that people can call.</summary>
/// <param name="Name">Lower case, save in the menu of a message.</param>
/// <param name="Description">One line, at most 100 characters.</param>
/// <param name="Options">Required ones first.</param>
public sealed record CommandDefinition(string Name, string Description, params ImmutableArray<OptionDefinition> Options)
{
    /// <summary>Where people find it.</summary>
    public CommandKind Kind { get; init; }

    /// <summary>Names in other languages, by locale.</summary>
    public ImmutableSortedDictionary<string, string> Names { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Descriptions in other languages, by locale.</summary>
    public ImmutableSortedDictionary<string, string> Descriptions { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
