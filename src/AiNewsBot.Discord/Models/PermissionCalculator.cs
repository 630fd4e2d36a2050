namespace AiNewsBot.Discord.Models;

/// <summary>Adds up what the bot may do in a channel
/// (https://discord.com/developers/docs/topics/permissions#permission-overwrites).</summary>
internal static class PermissionCalculator
{
    private const ulong Administrator = 1 << 3;

    public static ulong Compute(
        Channel channel,
        Snowflake guild,
        Snowflake me,
        IReadOnlySet<Snowflake> held,
        IEnumerable<RolePayload> roles
    )
    {
        // The role of everybody has the guild's own id.
        var all = roles
            .Where(role => role.Id == guild || held.Contains(role.Id))
            .Aggregate(0UL, (permissions, role) => permissions | role.Permissions);
        if ((all & Administrator) != 0)
            return ulong.MaxValue;
        all = Apply(all, channel.Overwrites.Where(overwrite => overwrite.Id == guild));
        all = Apply(all, channel.Overwrites.Where(overwrite => overwrite.Type == 0 && held.Contains(overwrite.Id)));
        return Apply(all, channel.Overwrites.Where(overwrite => overwrite.Type == 1 && overwrite.Id == me));
    }

    private static ulong Apply(ulong permissions, IEnumerable<PermissionOverwrite> overwrites)
    {
        var (allow, deny) = (0UL, 0UL);
        foreach (var overwrite in overwrites)
            (allow, deny) = (allow | overwrite.Allow, deny | overwrite.Deny);
        return (permissions & ~deny) | allow;
    }
}
