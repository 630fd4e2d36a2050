using System.Collections.Immutable;

namespace AiNewsBot.Curation.Editing;

/// <summary>Who changes facts, and as what.</summary>
/// <param name="User">Their id in the chat; null for the operator at the console.</param>
/// <param name="Server">The server that they act in; null outside of servers.</param>
internal sealed record Author(string? User, string? Server)
{
    /// <summary>The operator at the console, who may do all.</summary>
    public static Author Operator { get; } = new(null, null) { IsCurator = true };

    /// <summary>Their roles there.</summary>
    public ImmutableArray<string> Roles { get; init; } = [];

    /// <summary>Whether they manage it.</summary>
    public bool ManagesServer { get; init; }

    /// <summary>Whether they keep the facts that all servers share.</summary>
    public bool IsCurator { get; init; }
}
