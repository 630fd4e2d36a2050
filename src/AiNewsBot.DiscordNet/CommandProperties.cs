using AiNewsBot.Chat;
using Discord;

namespace AiNewsBot.DiscordNet;

/// <summary>Commands by Discord.Net's builders.</summary>
internal static class CommandProperties
{
    public static ApplicationCommandProperties From(CommandDefinition command) =>
        command.Kind == CommandKind.Slash ? Slash(command) : OnMessage(command);

    private static SlashCommandProperties Slash(CommandDefinition command)
    {
        var builder = new SlashCommandBuilder()
            .WithName(command.Name)
            .WithDescription(command.Description)
            .WithDefaultMemberPermissions(PermissionsOf(command))
            .WithIntegrationTypes(PlacesOf(command))
            .WithContextTypes(ContextsOf(command))
            .WithNameLocalizations(command.Names.ToDictionary())
            .WithDescriptionLocalizations(command.Descriptions.ToDictionary());
        builder.Options = [.. command.Subcommands.Select(Subcommand), .. command.Options.Select(Option)];
        return builder.Build();
    }

    private static MessageCommandProperties OnMessage(CommandDefinition command) =>
        new MessageCommandBuilder()
            .WithName(command.Name)
            .WithDefaultMemberPermissions(PermissionsOf(command))
            .WithIntegrationTypes(PlacesOf(command))
            .WithContextTypes(ContextsOf(command))
            .WithNameLocalizations(command.Names.ToDictionary())
            .Build();

    private static SlashCommandOptionBuilder Subcommand(CommandDefinition subcommand) =>
        new SlashCommandOptionBuilder
        {
            Name = subcommand.Name,
            Description = subcommand.Description,
            Type = ApplicationCommandOptionType.SubCommand,
            Options = [.. subcommand.Options.Select(Option)],
        }
            .WithNameLocalizations(subcommand.Names.ToDictionary())
            .WithDescriptionLocalizations(subcommand.Descriptions.ToDictionary());

    private static SlashCommandOptionBuilder Option(OptionDefinition option)
    {
        var builder = new SlashCommandOptionBuilder
        {
            Name = option.Name,
            Description = option.Description,
            Type = TypeOf(option.Kind),
            IsRequired = option.IsRequired,
            IsAutocomplete = option.Completes && option.Choices.IsEmpty && option.Kind == OptionKind.Text,
            MaxLength = option.MaxLength,
        }.WithDescriptionLocalizations(option.Descriptions.ToDictionary());
        foreach (var choice in option.Choices)
            builder.AddChoice(choice.Name, choice.Value, choice.NameLocalizations?.ToDictionary());
        return builder;
    }

    private static ApplicationCommandOptionType TypeOf(OptionKind kind) =>
        kind switch
        {
            OptionKind.Number => ApplicationCommandOptionType.Integer,
            OptionKind.Flag => ApplicationCommandOptionType.Boolean,
            OptionKind.Channel => ApplicationCommandOptionType.Channel,
            OptionKind.Role => ApplicationCommandOptionType.Role,
            OptionKind.File => ApplicationCommandOptionType.Attachment,
            _ => ApplicationCommandOptionType.String,
        };

    private static GuildPermission? PermissionsOf(CommandDefinition command) => command.IsForManagers ? GuildPermission.ManageGuild : null;

    private static ApplicationIntegrationType[] PlacesOf(CommandDefinition command) =>
        command.IsServerOnly
            ? [ApplicationIntegrationType.GuildInstall]
            : [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall];

    private static InteractionContextType[] ContextsOf(CommandDefinition command) =>
        command.IsServerOnly
            ? [InteractionContextType.Guild]
            : [InteractionContextType.Guild, InteractionContextType.BotDm, InteractionContextType.PrivateChannel];
}
