using System.Collections.Immutable;

namespace AiNewsBot.Chat;

/// <summary>An option of a command.</summary>
/// <param name="Name">Lower case.</param>
/// <param name="Description">One line, at most 100 characters.</param>
/// <param name="Kind">What values it takes.</param>
/// <param name="IsRequired">Whether the command needs it.</param>
/// <param name="Completes">Whether the bot suggests values while it is typed.</param>
/// <param name="MaxLength">The most characters that a text may have; null for the chat's own limit.</param>
internal sealed record OptionDefinition(
    string Name,
    string Description,
    OptionKind Kind = OptionKind.Text,
    bool IsRequired = false,
    bool Completes = false,
    int? MaxLength = null
)
{
    /// <summary>The only values that it takes, at most 25; empty for any.</summary>
    public ImmutableArray<OptionChoice> Choices { get; init; } = [];

    /// <summary>Descriptions in other languages, by locale.</summary>
    public ImmutableSortedDictionary<string, string> Descriptions { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
