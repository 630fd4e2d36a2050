namespace AiNewsBot.Chat;

/// <summary>What a server's roles may be allowed to do.</summary>
internal enum Permission
{
    /// <summary>Suggest facts; everybody, unless roles are set.</summary>
    Suggest,

    /// <summary>Edit the server's facts.</summary>
    Edit,

    /// <summary>Decide on suggestions and lock facts; includes the right to edit.</summary>
    Approve,

    /// <summary>Manage feeds and subscriptions.</summary>
    News,
}
