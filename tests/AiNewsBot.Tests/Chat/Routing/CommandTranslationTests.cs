using System.Collections.Immutable;
using AiNewsBot.Chat;
using AiNewsBot.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace AiNewsBot.Tests.Chat.Routing;

/// <summary>Commands, their options and choices in each language that any command has, within Discord's limits.</summary>
public sealed class CommandTranslationTests(BotFixture bot) : IClassFixture<BotFixture>
{
    private const int MaxSize = 8000;

    private ImmutableArray<CommandDefinition> Commands => bot.Services.GetRequiredService<IRequestHandler>().Commands;

    private IEnumerable<CommandDefinition> All => Commands.Concat(Commands.SelectMany(command => command.Subcommands));

    private string[] Locales => [.. Commands.Single(command => command.Name == "ask").Names.Keys];

    [Fact]
    public void Each_command_and_subcommand_is_named_and_described_in_each_language()
    {
        var missing = All.Where(command =>
            Locales.Except(command.Names.Keys).Any() || command.Kind == CommandKind.Slash && Locales.Except(command.Descriptions.Keys).Any()
        );

        Assert.Empty(missing.Select(command => command.Name));
    }

    [Fact]
    public void Each_option_and_choice_is_told_in_each_language()
    {
        var options = All.SelectMany(command => command.Options).ToArray();
        var choices = options.SelectMany(option => option.Choices);

        Assert.Empty(options.Where(option => Locales.Except(option.Descriptions.Keys).Any()).Select(option => option.Description));
        Assert.Empty(choices.Where(choice => Locales.Except(choice.NameLocalizations?.Keys ?? []).Any()).Select(choice => choice.Name));
    }

    [Fact]
    public void Names_of_a_group_are_told_apart_in_each_language()
    {
        var together = Commands.Select(command => command.Subcommands).Append(Commands).Where(group => !group.IsEmpty);

        Assert.All(
            together,
            group =>
                Assert.All(
                    Locales,
                    locale => Assert.Distinct(group.Where(one => one.Kind == CommandKind.Slash).Select(command => command.Names[locale]))
                )
        );
    }

    [Fact]
    public void Texts_are_as_short_as_discord_takes_them()
    {
        var names = All.Where(command => command.Kind == CommandKind.Slash).SelectMany(command => command.Names.Values);
        var descriptions = All.SelectMany(command =>
            command.Descriptions.Values.Concat(command.Options.SelectMany(option => option.Descriptions.Values.Append(option.Description)))
        );

        Assert.DoesNotContain(names, name => name.Length is 0 or > 32 || name.Contains(' ') || name.Any(char.IsUpper));
        Assert.DoesNotContain(descriptions, text => text.Length is 0 or > 100);
        Assert.All(Commands, command => Assert.InRange(SizeOf(command), 1, MaxSize));
    }

    // Of the languages of a text, Discord counts the longest.
    private static int SizeOf(CommandDefinition command) =>
        Longest(command.Name, command.Names)
        + Longest(command.Description, command.Descriptions)
        + command.Subcommands.Sum(SizeOf)
        + command.Options.Sum(option =>
            option.Name.Length
            + Longest(option.Description, option.Descriptions)
            + option.Choices.Sum(choice => Longest(choice.Name, choice.NameLocalizations) + choice.Value.Length)
        );

    private static int Longest(string text, ImmutableSortedDictionary<string, string>? others) =>
        (others?.Values ?? []).Append(text).Max(one => one.Length);
}
