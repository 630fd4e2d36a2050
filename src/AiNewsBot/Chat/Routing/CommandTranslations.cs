using System.Collections.Immutable;
using AiNewsBot.Chat.Texts;

namespace AiNewsBot.Chat.Routing;

/// <summary>Commands with their names and descriptions in other languages.</summary>
internal static class CommandTranslations
{
    /// <summary>The command with its translations.</summary>
    public static CommandDefinition Translate(CommandDefinition command)
    {
        var translated = command with { Options = [.. command.Options.Select(Translate)] };
        return !CommandNames.ByCommand.TryGetValue(command.Name, out var texts)
            ? translated
            : translated with
            {
                Names = texts
                    .Where(text => text.Value.Name is not null)
                    .ToImmutableSortedDictionary(text => text.Key, text => text.Value.Name!),
                Descriptions = texts
                    .Where(text => text.Value.Description is not null)
                    .ToImmutableSortedDictionary(text => text.Key, text => text.Value.Description!),
            };
    }

    private static OptionDefinition Translate(OptionDefinition option) =>
        option with
        {
            Descriptions = OptionTexts.Find(option.Description) ?? option.Descriptions,
            Choices = [.. option.Choices.Select(choice => choice with { NameLocalizations = OptionTexts.Find(choice.Name) })],
        };
}
