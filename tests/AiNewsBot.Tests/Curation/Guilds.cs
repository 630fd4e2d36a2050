using System.Globalization;
using DiscordSimulator;

namespace AiNewsBot.Tests.Curation;

/// <summary>Members of servers that no other test knows.</summary>
internal static class Guilds
{
    public const ulong ManageServer = 1 << 5;
    private static long _next = 240_000_000_000_000_000;

    /// <summary>A user who manages a new server.</summary>
    public static SimulatedMember Manager() =>
        new()
        {
            Guild = NextId(),
            User = NextId(),
            Permissions = ManageServer,
        };

    /// <summary>Another member of the same server, who may do nothing but what roles allow.</summary>
    public static SimulatedMember Beside(SimulatedMember member, params string[] roles) =>
        member with
        {
            User = NextId(),
            Permissions = 0,
            Roles = roles,
        };

    /// <summary>Another who manages the same server.</summary>
    public static SimulatedMember AlsoManages(SimulatedMember member) => member with { User = NextId() };

    private static string NextId() => Interlocked.Increment(ref _next).ToString(CultureInfo.InvariantCulture);
}
