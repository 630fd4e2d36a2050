using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AiNewsBot.Chat.Discord;

/// <summary>Commands as Discord's API takes them.</summary>
internal static class CommandJson
{
    public static byte[] Write(ImmutableArray<CommandDefinition> commands) =>
        JsonSerializer.SerializeToUtf8Bytes([.. commands.Select(CommandPayload.From)], CommandPayloadJson.Default.CommandPayloadArray);
}

/// <summary>The writer, made at compile time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(CommandPayload[]))]
internal sealed partial class CommandPayloadJson : JsonSerializerContext;

/// <summary>A command; one in the menu of a message has neither a description nor options.</summary>
internal sealed record CommandPayload(
    string Name,
    int Type,
    ImmutableSortedDictionary<string, string>? NameLocalizations,
    string? Description,
    ImmutableSortedDictionary<string, string>? DescriptionLocalizations,
    int[] IntegrationTypes,
    int[] Contexts,
    ulong? DefaultMemberPermissions,
    OptionPayload[]? Options
)
{
    private const int SlashCommand = 1;
    private const int MessageCommand = 3;

    public static CommandPayload From(CommandDefinition command)
    {
        var isSlash = command.Kind == CommandKind.Slash;

        // In servers, in direct messages, and wherever a user who installed the app is.
        return new CommandPayload(
            command.Name,
            isSlash ? SlashCommand : MessageCommand,
            OptionPayload.NullIfEmpty(command.Names),
            isSlash ? command.Description : null,
            isSlash ? OptionPayload.NullIfEmpty(command.Descriptions) : null,
            command.IsServerOnly ? [0] : [0, 1],
            command.IsServerOnly ? [0] : [0, 1, 2],
            command.IsForManagers ? DiscordPermissions.ManageServer : null,
            isSlash ? OptionPayload.AllOf(command) : null
        );
    }
}

/// <summary>An option of a command, or a command under it.</summary>
internal sealed record OptionPayload(int Type, string Name, string Description)
{
    private const int Subcommand = 1;

    public ImmutableSortedDictionary<string, string>? NameLocalizations { get; init; }

    public ImmutableSortedDictionary<string, string>? DescriptionLocalizations { get; init; }

    public bool? Required { get; init; }

    public ImmutableArray<OptionChoice>? Choices { get; init; }

    public bool? Autocomplete { get; init; }

    public int? MaxLength { get; init; }

    public OptionPayload[]? Options { get; init; }

    public static OptionPayload[] AllOf(CommandDefinition command) =>
        [.. command.Subcommands.Select(From), .. command.Options.Select(From)];

    public static ImmutableSortedDictionary<string, string>? NullIfEmpty(ImmutableSortedDictionary<string, string> texts) =>
        texts.IsEmpty ? null : texts;

    private static OptionPayload From(CommandDefinition subcommand) =>
        new(Subcommand, subcommand.Name, subcommand.Description)
        {
            NameLocalizations = NullIfEmpty(subcommand.Names),
            DescriptionLocalizations = NullIfEmpty(subcommand.Descriptions),
            Options = AllOf(subcommand),
        };

    private static OptionPayload From(OptionDefinition option) =>
        new(NumberOf(option.Kind), option.Name, option.Description)
        {
            DescriptionLocalizations = NullIfEmpty(option.Descriptions),
            Required = option.IsRequired,
            Choices = option.Choices.IsEmpty ? null : option.Choices,
            Autocomplete = option.Choices.IsEmpty && option.Kind == OptionKind.Text ? option.Completes : null,
            MaxLength = option.MaxLength,
        };

    private static int NumberOf(OptionKind kind) =>
        kind switch
        {
            OptionKind.Number => 4,
            OptionKind.Flag => 5,
            OptionKind.Channel => 7,
            OptionKind.Role => 8,
            OptionKind.File => 11,
            _ => 3,
        };
}
