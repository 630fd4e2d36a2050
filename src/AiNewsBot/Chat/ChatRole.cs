namespace AiNewsBot.Chat;

/// <summary>A role that an option names.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsMentionable">Whether it lets itself be mentioned by all.</param>
internal sealed record ChatRole(string Id, string Name, bool IsMentionable);
