using System.Net;

namespace AiNewsBot.Hosting;

/// <summary>An address of Http:Urls. A host that is no address would make Kestrel listen on all of them, so only those are taken that say
/// what they mean.</summary>
internal static class ListenAddress
{
    private const string Scheme = "http://";
    private const string Example = "write http://127.0.0.1:8080, or nothing to turn it off";

    /// <summary>The addresses in a setting.</summary>
    public static string[] Split(string urls) => urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>What is wrong with an address; null when the bot can try to listen there.</summary>
    public static string? GetError(string url)
    {
        if (Parse(url) is not { } address)
            return $"'{url}' is no address to listen on: {Example}";
        if (address.AbsolutePath != "/" || address.Query.Length > 0 || address.Fragment.Length > 0 || address.UserInfo.Length > 0)
            return $"'{url}' has more than a host and a port: {Example}";
        return address.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6 || address.Host == "localhost"
            ? null
            : $"'{url}' names the host {address.Host}: only an IP address, localhost, * or + can be listened on";
    }

    /// <summary>Where a program on this machine reaches it.</summary>
    public static Uri ToLocal(string url)
    {
        var address = Parse(url)!;
        return !IPAddress.TryParse(address.Host.Trim('[', ']'), out var host) ? address
            : host.Equals(IPAddress.Any) ? new UriBuilder(address) { Host = "127.0.0.1" }.Uri
            : host.Equals(IPAddress.IPv6Any) ? new UriBuilder(address) { Host = "[::1]" }.Uri
            : address;
    }

    // Kestrel's wildcard hosts are no URLs in the eyes of Uri.
    private static Uri? Parse(string url)
    {
        if (!url.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return null;
        var rest = url[Scheme.Length..];
        var readable = rest is ['*' or '+', ..] && (rest.Length == 1 || rest[1] is ':' or '/') ? Scheme + "0.0.0.0" + rest[1..] : url;
        return Uri.TryCreate(readable, UriKind.Absolute, out var address) && address.Host.Length > 0 ? address : null;
    }
}
