using System.Collections.Immutable;

namespace AiNewsBot.Chat;

/// <summary>A command that people can call.</summary>
/// <param name="Name">Lower case, save in the menu of a message.</param>
/// <param name="Description">One line, at most 100 characters.</param>
/// <param name="Options">Required ones first.</param>
internal sealed record CommandDefinition(string Name, string Description, params ImmutableArray<OptionDefinition> Options)
{
    /// <summary>Where people find it.</summary>
    public CommandKind Kind { get; init; }

    /// <summary>Commands under this one, by the second word of their names; a command that has some is no command itself.</summary>
    public ImmutableArray<CommandDefinition> Subcommands { get; init; } = [];

    /// <summary>Whether it is to be found in servers alone, where the bot is installed.</summary>
    public bool IsServerOnly { get; init; }

    /// <summary>Whether the chat shows it only to those who manage the server.</summary>
    public bool IsForManagers { get; init; }

    /// <summary>Names in other languages, by locale.</summary>
    public ImmutableSortedDictionary<string, string> Names { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Descriptions in other languages, by locale.</summary>
    public ImmutableSortedDictionary<string, string> Descriptions { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
