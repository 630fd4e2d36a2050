using System.IO.Compression;

namespace AiNewsBot.Feeds.Fetching;

/// <summary>Opens packed bodies.</summary>
internal static class ContentDecoder
{
    // Twice packed is a misconfigured server; more often is an attempt at something.
    private const int MaxLayers = 2;

    public static async ValueTask<Stream> OpenAsync(LimitedStream wire, string[] encodings, CancellationToken cancellationToken)
    {
        if (encodings.Length > MaxLayers)
            throw new FetchException(new FeedFault(FeedFaultCode.CompressedRepeatedly));
        Stream stream = wire;
        for (var i = encodings.Length - 1; i >= 0; i--)
        {
            stream = encodings[i] switch
            {
                "gzip" or "x-gzip" => new GZipStream(stream, CompressionMode.Decompress),
                "br" => new BrotliStream(new TruncationGuard(stream), CompressionMode.Decompress),

                // The standard means zlib's form, which some servers leave away; its first byte tells (RFC 9110, 8.4.1.2).
                "deflate" when stream != wire || (await wire.PeekAsync(cancellationToken) & 0x0F) == 8 => new ZLibStream(
                    new TruncationGuard(stream),
                    CompressionMode.Decompress
                ),
                "deflate" => new DeflateStream(new TruncationGuard(stream), CompressionMode.Decompress),
                _ => throw new FetchException(new FeedFault(FeedFaultCode.UnknownCompression)),
            };
        }

        return stream;
    }
}
