namespace AiNewsBot.Feeds.Parsing.Text;

/// <summary>Addresses that may be shown as links.</summary>
internal static class WebAddress
{
    /// <summary>Whether a text is an absolute address of http or https, without a name and password.</summary>
    public static bool IsOne(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        && address.UserInfo.Length == 0
        && address.Host.Length > 0;
}
