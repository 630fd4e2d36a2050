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

    /// <summary>What it allows.</summary>
    public static string ToWords(this Permission permission) =>
        permission switch
        {
            Permission.Suggest => "suggest facts",
            Permission.Edit => "edit facts",
            Permission.Approve => "review suggestions and lock facts",
            _ => "manage news",
        };
}
