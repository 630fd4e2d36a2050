using System.Collections.Immutable;
using AiNewsBot.Chat;

namespace AiNewsBot.Servers;

/// <summary>What a server has set; what it has not is sensible.</summary>
/// <param name="Id">Its id.</param>
internal sealed record Server(string Id)
{
    /// <summary>The channel that is told of each change; null for none.</summary>
    public string? AuditChannel { get; init; }

    /// <summary>Whether the bot sends what the audit channel is to be told; not while its operator has turned its news off.</summary>
    public bool SendsNotices { get; init; } = true;

    /// <summary>The IANA name of its time zone.</summary>
    public string TimeZone { get; init; } = "Etc/UTC";

    /// <summary>Whether the audit channel gets a summary each week.</summary>
    public bool SendsSummary { get; init; }

    /// <summary>The roles of each power.</summary>
    public ImmutableDictionary<Permission, ImmutableArray<string>> Roles { get; init; } =
        ImmutableDictionary<Permission, ImmutableArray<string>>.Empty;

    /// <summary>The roles of a power; empty when none are set.</summary>
    public ImmutableArray<string> RolesOf(Permission permission) => Roles.GetValueOrDefault(permission, []);

    /// <summary>Whether a caller has a permission here.</summary>
    public bool Allows(Permission permission, Caller caller) =>
        caller.Server == Id
        && (
            caller.ManagesServer
            || Granting(permission).Any(one => RolesOf(one).Any(caller.Roles.Contains))
            || permission == Permission.Suggest && RolesOf(permission).IsEmpty
        );

    /// <summary>The powers that contain this one, itself among them.</summary>
    public static ImmutableArray<Permission> Granting(Permission permission) =>
        permission switch
        {
            Permission.Suggest => [Permission.Suggest, Permission.Edit, Permission.Approve],
            Permission.Edit => [Permission.Edit, Permission.Approve],
            _ => [permission],
        };
}
