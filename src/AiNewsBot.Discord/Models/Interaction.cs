using System.Collections.Immutable;
using System.Globalization;

namespace AiNewsBot.Discord.Models;

/// <summary>A user's interaction. It needs a first answer within three seconds.</summary>
public sealed record Interaction
{
    /// <summary>Its id.</summary>
    public required Snowflake Id { get; init; }

    /// <summary>The secret by which it is answered; good for 15 minutes once answered.</summary>
    public required string Token { get; init; }

    /// <summary>The bot's application.</summary>
    public required Snowflake ApplicationId { get; init; }

    /// <summary>What was done.</summary>
    public required InteractionKind Kind { get; init; }

    /// <summary>The command's name with its subcommands, separated by spaces; empty for the other kinds.</summary>
    public string Command { get; init; } = "";

    /// <summary>Values of a command's options, as text.</summary>
    public ImmutableDictionary<string, string> Options { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The option that is being typed.</summary>
    public string? Focused { get; init; }

    /// <summary>The id of a button, menu or form; empty for the other kinds.</summary>
    public string CustomId { get; init; } = "";

    /// <summary>What was chosen from a menu.</summary>
    public ImmutableArray<string> Values { get; init; } = [];

    /// <summary>Where it happened; null in direct messages.</summary>
    public Snowflake? GuildId { get; init; }

    /// <summary>The channel.</summary>
    public Snowflake? ChannelId { get; init; }

    /// <summary>Who did it.</summary>
    public Snowflake UserId { get; init; }

    /// <summary>The language of who did it, such as en-US.</summary>
    public string Locale { get; init; } = "en-US";

    /// <summary>What was written into a form, by field; several values where something was chosen.</summary>
    public ImmutableDictionary<string, ImmutableArray<string>> Fields { get; init; } =
        ImmutableDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>The language of the server; null in direct messages.</summary>
    public string? GuildLocale { get; init; }

    /// <summary>What the one who did it may do in the channel, as Discord's bit set; 0 in direct messages.</summary>
    public ulong MemberPermissions { get; init; }

    /// <summary>What the bot may do in the channel.</summary>
    public ulong AppPermissions { get; init; }

    /// <summary>Roles of the one who did it.</summary>
    public ImmutableArray<Snowflake> MemberRoles { get; init; } = [];

    /// <summary>What kind of place it is; null where Discord does not say.</summary>
    public InteractionPlace? Place { get; init; }

    /// <summary>The server in which the bot is installed, where that is how the command came to be there.</summary>
    public Snowflake? InstalledInGuild { get; init; }

    /// <summary>The user whose account the bot is installed for, where that is how the command came to be there.</summary>
    public Snowflake? InstalledByUser { get; init; }

    /// <summary>The message whose button was pressed, or whose button opened the form; null for the others.</summary>
    public Snowflake? MessageId { get; init; }

    /// <summary>The message that a message command was run on.</summary>
    public TargetMessage? Target { get; init; }

    /// <summary>Channels that options or menus name, by id.</summary>
    public ImmutableDictionary<Snowflake, ResolvedChannel> Channels { get; init; } = ImmutableDictionary<Snowflake, ResolvedChannel>.Empty;

    /// <summary>Roles that options or menus name, by id.</summary>
    public ImmutableDictionary<Snowflake, ResolvedRole> Roles { get; init; } = ImmutableDictionary<Snowflake, ResolvedRole>.Empty;

    /// <summary>Files that options name, by id.</summary>
    public ImmutableDictionary<Snowflake, ResolvedAttachment> Attachments { get; init; } =
        ImmutableDictionary<Snowflake, ResolvedAttachment>.Empty;

    /// <summary>An option's text; null where it was not given.</summary>
    public string? GetText(string name) => Options.GetValueOrDefault(name);

    /// <summary>An option that is a whole number; null where it was not given.</summary>
    public long? GetNumber(string name) =>
        long.TryParse(GetText(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>An option that is an id, of a channel, role or file; null where it was not given.</summary>
    public Snowflake? GetId(string name) =>
        ulong.TryParse(GetText(name), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new Snowflake(id) : null;

    /// <summary>An option that is yes or no; no where it was not given.</summary>
    public bool GetFlag(string name) => GetText(name) == "true";

    /// <summary>What was written into a form's field; null where it stayed empty.</summary>
    public string? GetField(string name) =>
        Fields.TryGetValue(name, out var values) && values is [{ Length: > 0 } first, ..] ? first : null;

    /// <summary>What was done, without the secret by which it is answered.</summary>
    public override string ToString() => $"{Kind} {Command}{CustomId} ({Id})";
}
