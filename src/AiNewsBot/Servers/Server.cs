using System.Collections.Immutable;
using AiNewsBot.Transport;

namespace AiNewsBot.Servers;

/// <summary>What a server has set; what it has not is sensible.</summary>
/// <param name="Id">Its id.</param>
public sealed record Server(string Id)
{
    /// <summary>The channel that is told of each change; null for none.</summary>
    public string? AuditChannel { get; init; }

    /// <summary>The IANA name of its time zone.</summary>
    public string TimeZone { get; init; } = "Etc/UTC";

    /// <summary>Whether the audit channel gets a summary each week.</summary>
    public bool SendsSummary { get; init; }

    /// <summary>The roles of each power.</summary>
    public ImmutableDictionary<Power, ImmutableArray<string>> Roles { get; init; } = ImmutableDictionary<Power, ImmutableArray<string>>.Empty;

    /// <summary>The roles of a power; empty when none are set.</summary>
    public ImmutableArray<string> RolesOf(Power power) => Roles.GetValueOrDefault(power, []);

    /// <summary>Whether somebody has a power here.</summary>
    public bool Allows(Power power, Caller caller) =>
        caller.Server == Id && (caller.ManagesServer || Granting(power).Any(one => RolesOf(one).Any(caller.Roles.Contains)) || power == Power.Suggest && RolesOf(power).IsEmpty);

    /// <summary>The powers that contain this one, itself among them.</summary>
    public static ImmutableArray<Power> Granting(Power power) => power switch
    {
        Power.Suggest => [Power.Suggest, Power.Edit, Power.Approve],
        Power.Edit => [Power.Edit, Power.Approve],
        _ => [power],
    };
}
