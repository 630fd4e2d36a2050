namespace AiNewsBot.Chat.Discord;

/// <summary>Files from Discord's own servers, and from nowhere else: a file's address comes with the request.</summary>
internal sealed class DiscordFiles(DiscordSettings settings) : IChatFiles, IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    private readonly Lazy<HttpClient> _http = new(() =>
        new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Timeout }
    );

    public async Task<byte[]?> ReadAsync(RequestFile file, int longest, CancellationToken cancellationToken)
    {
        if (file.Size > longest || !IsDiscords(file.Url))
            return null;
        try
        {
            using var response = await _http.Value.GetAsync(file.Url, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!response.IsSuccessStatusCode || response.Content.Headers.ContentLength > longest)
                return null;
            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            var content = new byte[longest + 1];
            var length = await stream.ReadAtLeastAsync(content, content.Length, throwOnEndOfStream: false, cancellationToken);
            return length <= longest ? content[..length] : null;
        }
        catch (Exception exception)
            when (exception is HttpRequestException or IOException
                || exception is TaskCanceledException && !cancellationToken.IsCancellationRequested
            )
        {
            return null;
        }
    }

    public void Dispose()
    {
        if (_http.IsValueCreated)
            _http.Value.Dispose();
    }

    // Tests have Discord's API at another address, and its files beside it.
    private bool IsDiscords(Uri url) =>
        url.Scheme == Uri.UriSchemeHttps && url.Host is "cdn.discordapp.com" or "media.discordapp.net"
        || url.Authority == new Uri(settings.ApiBaseUrl).Authority;
}
