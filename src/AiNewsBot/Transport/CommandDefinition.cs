using System.Collections.Immutable;

namespace AiNewsBot.Transport;

/// <summary>A slash command that people can call.</summary>
/// <param name="Name">Lower case.</param>
/// <param name="Description">One line, at most 100 characters.</param>
/// <param name="Options">Required ones first.</param>
public sealed record CommandDefinition(string Name, string Description, params ImmutableArray<OptionDefinition> Options)
{
    /// <summary>Names in other languages, by locale.</summary>
    public ImmutableSortedDictionary<string, string> Names { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Descriptions in other languages, by locale.</summary>
    public ImmutableSortedDictionary<string, string> Descriptions { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
