using System.Collections.Immutable;
using AiNewsBot.Chat.Texts;

namespace AiNewsBot.Chat;

/// <summary>A user's request to the bot.</summary>
internal sealed record Request
{
    public required RequestKind Kind { get; init; }

    /// <summary>The command's name, with its subcommand where it has one; for a button or form, its id.</summary>
    public required string Name { get; init; }

    /// <summary>The values of a command's options, as text.</summary>
    public ImmutableDictionary<string, string> Options { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The option that is being typed.</summary>
    public string? Focused { get; init; }

    /// <summary>What was chosen from a menu.</summary>
    public ImmutableArray<string> Values { get; init; } = [];

    /// <summary>What was written into a form, by field.</summary>
    public ImmutableDictionary<string, string> Fields { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The text of the message that a command was run on, with those of its embeds and of what it forwards.</summary>
    public string? Message { get; init; }

    /// <summary>The address of that message.</summary>
    public string? MessageLink { get; init; }

    /// <summary>Who asks.</summary>
    public Caller Caller { get; init; } = new("");

    /// <summary>Channels that options or fields name, by id.</summary>
    public ImmutableDictionary<string, ChatChannel> Channels { get; init; } = ImmutableDictionary<string, ChatChannel>.Empty;

    /// <summary>Roles that options name, by id.</summary>
    public ImmutableDictionary<string, ChatRole> Roles { get; init; } = ImmutableDictionary<string, ChatRole>.Empty;

    /// <summary>Files that options name, by id.</summary>
    public ImmutableDictionary<string, RequestFile> Files { get; init; } = ImmutableDictionary<string, RequestFile>.Empty;

    /// <summary>The language of the user, such as en-US.</summary>
    public string Locale { get; init; } = "en-US";

    /// <summary>What the bot says, in their language.</summary>
    public ChatTexts Texts => ChatTexts.For(Locale);

    /// <summary>The value of an option, or null.</summary>
    public string? Option(string name) => Options.GetValueOrDefault(name);

    /// <summary>What was written into a field, without spaces around it; null where it stayed empty.</summary>
    public string? Field(string name) => Fields.GetValueOrDefault(name)?.Trim() is { Length: > 0 } text ? text : null;
}
