namespace AiNewsBot.Feeds;

/// <summary>What an address is that no public server has. Names are stored in reasons: they are not changed.</summary>
public enum ReservedRangeKind
{
    /// <summary>Of this network itself.</summary>
    ThisNetwork,

    /// <summary>Private.</summary>
    Private,

    /// <summary>Shared by a provider's customers.</summary>
    Shared,

    /// <summary>This machine.</summary>
    ThisMachine,

    /// <summary>Link-local.</summary>
    LinkLocal,

    /// <summary>For protocols.</summary>
    Protocols,

    /// <summary>For documentation.</summary>
    Documentation,

    /// <summary>A sink for names.</summary>
    NameSink,

    /// <summary>For multicast tunnels.</summary>
    MulticastTunnels,

    /// <summary>A withdrawn relay.</summary>
    WithdrawnRelay,

    /// <summary>For benchmarks.</summary>
    Benchmarks,

    /// <summary>Multicast.</summary>
    Multicast,

    /// <summary>Reserved.</summary>
    Reserved,

    /// <summary>A cloud's own service.</summary>
    CloudService,

    /// <summary>A tunnel (Teredo).</summary>
    TeredoTunnel,

    /// <summary>A tunnel (6to4).</summary>
    SixToFourTunnel,

    /// <summary>A private translation to IPv4.</summary>
    PrivateTranslation,

    /// <summary>Not public for another reason.</summary>
    NotPublic,
}
