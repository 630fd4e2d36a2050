namespace AiNewsBot.Storage.Leases;

/// <summary>The holder of leases, as their rows name it.</summary>
/// <param name="Process">Null where the name is of another form.</param>
/// <param name="Instance">Tells holders of one process apart.</param>
/// <param name="Divides">Whether it shares the work with others. A version of the program that does not divide the news holds all of it by
/// the first lease.</param>
internal sealed record LeaseHolder(ProcessIdentity? Process, string Instance, bool Divides)
{
    /// <summary>What the names of holders end with that divide the work.</summary>
    public const string DividesSuffix = " partitioned";

    /// <summary>Whether its process has certainly ended.</summary>
    public bool IsGone => Process?.IsGone == true;

    /// <summary>A new one, of this process.</summary>
    public static LeaseHolder Create() => new(ProcessIdentity.Current, Guid.NewGuid().ToString("N"), Divides: true);

    public static LeaseHolder Parse(string name)
    {
        var divides = name.EndsWith(DividesSuffix, StringComparison.Ordinal);
        var parts = (divides ? name[..^DividesSuffix.Length] : name).Split(' ', 2);
        return new LeaseHolder(ProcessIdentity.TryParse(parts[0]), parts is [_, var instance] ? instance : "", divides);
    }

    public override string ToString() => $"{Process} {Instance}{(Divides ? DividesSuffix : "")}";
}
