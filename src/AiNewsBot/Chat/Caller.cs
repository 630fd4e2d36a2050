using System.Collections.Immutable;

namespace AiNewsBot.Chat;

/// <summary>Who asks, and as what. Ids are the chat's.</summary>
/// <param name="User">Who.</param>
/// <param name="Server">The server that they ask in and that has the bot; null elsewhere: in direct messages, and where only their own
/// account has it.</param>
internal sealed record Caller(string User, string? Server = null)
{
    /// <summary>Their roles in the server.</summary>
    public ImmutableArray<string> Roles { get; init; } = [];

    /// <summary>Whether they may manage the server.</summary>
    public bool ManagesServer { get; init; }
}
