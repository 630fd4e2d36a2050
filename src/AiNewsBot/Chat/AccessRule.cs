namespace AiNewsBot.Chat;

/// <summary>Who may use a command, a button or a form; the router checks it.</summary>
internal sealed record AccessRule
{
    private AccessRule() { }

    /// <summary>All, everywhere.</summary>
    public static AccessRule Everyone { get; } = new();

    /// <summary>Those who manage the server.</summary>
    public static AccessRule Managers { get; } = new() { IsForManagers = true };

    /// <summary>Those who decide on suggestions in the server, and the bot's curators anywhere.</summary>
    public static AccessRule Reviewers { get; } = new() { IsForReviewers = true };

    /// <summary>The permission that is needed; null where none is.</summary>
    public Permission? Permission { get; private init; }

    /// <summary>Whether it is for what all servers share, which the bot's curators look after.</summary>
    public bool IsGlobal { get; private init; }

    public bool IsForManagers { get; private init; }

    public bool IsForReviewers { get; private init; }

    /// <summary>Those who have a permission: in their server, or for all servers.</summary>
    public static AccessRule For(Permission permission, bool isGlobal = false) => new() { Permission = permission, IsGlobal = isGlobal };
}
