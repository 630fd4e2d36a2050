using AiNewsBot.Chat;

namespace AiNewsBot.Servers;

/// <summary>Powers in words.</summary>
internal static class PermissionText
{
    /// <summary>The form in the database and in ids.</summary>
    public static string ToSlug(this Permission permission) =>
        permission switch
        {
            Permission.Suggest => "suggest",
            Permission.Edit => "edit",
            Permission.Approve => "approve",
            _ => "news",
        };
}
