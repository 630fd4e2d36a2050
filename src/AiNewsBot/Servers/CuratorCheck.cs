using AiNewsBot.Chat;

namespace AiNewsBot.Servers;

/// <summary>Whether someone is one of the bot's curators.</summary>
internal delegate bool CuratorCheck(Caller caller);
