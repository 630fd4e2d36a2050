using System.Buffers;
using Microsoft.IO;

namespace AiNewsBot.Feeds.Fetching;

/// <summary>Reads bodies to their end or to the limits.</summary>
internal sealed class BodyReader(FetchLimits limits) : IDisposable
{
    // Below the size from which arrays are collected late.
    private const int BlockSize = 64 * 1024;
    private const int MaxIdleBytes = 4 * 1024 * 1024;

    private readonly RecyclableMemoryStreamManager _buffers = new(
        new RecyclableMemoryStreamManager.Options { BlockSize = BlockSize, MaximumSmallPoolFreeBytes = MaxIdleBytes }
    );
    private readonly SemaphoreSlim _large = new(limits.LargeBodiesAtOnce);

    /// <exception cref="FetchException">It is beyond a limit.</exception>
    public async Task<byte[]> ReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (answer.Content.Headers.ContentLength > limits.BytesOnTheWire)
            throw new FetchException(new FeedFault(FeedFaultCode.AnswerTooLarge, SizeFormatter.Text(limits.BytesOnTheWire)));
        await using var wire = new LimitedStream(await answer.Content.ReadAsStreamAsync(cancellationToken), limits.BytesOnTheWire);
        var encodings = ResponseHeaders.EncodingsOf(answer);
        await using var body = await ContentDecoder.OpenAsync(wire, encodings, cancellationToken);
        var whole = await ReadAsync(body, cancellationToken);

        // As TruncationGuard sees to the other forms: the framework's reader takes the end of what came for the end of the body.
        return encodings is not ["gzip" or "x-gzip"] || GzipTrailer.Ends(whole, wire.End)
            ? whole
            : throw new FetchException(new FeedFault(FeedFaultCode.AnswerCutShort));
    }

    public void Dispose() => _large.Dispose();

    // In blocks, and not in an array of the announced length: a server could announce much and send nothing.
    private async Task<byte[]> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        await using var buffer = _buffers.GetStream();
        var isLarge = false;
        try
        {
            for (int read; (read = await ReadBlockAsync(body, buffer.GetMemory(), cancellationToken)) > 0; )
            {
                buffer.Advance(read);
                if (buffer.Length > limits.Bytes)
                    throw new FetchException(new FeedFault(FeedFaultCode.FeedTooLarge, SizeFormatter.Text(limits.Bytes)));
                if (buffer.Length > limits.LargeBody && !isLarge)
                {
                    await _large.WaitAsync(cancellationToken);
                    isLarge = true;
                }
            }

            return buffer.GetReadOnlySequence().ToArray();
        }
        finally
        {
            if (isLarge)
                _large.Release();
        }
    }

    private static async ValueTask<int> ReadBlockAsync(Stream body, Memory<byte> block, CancellationToken cancellationToken)
    {
        try
        {
            return await body.ReadAsync(block, cancellationToken);
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException)
        {
            // The one is gzip's fault, the other Brotli's.
            throw new FetchException(new FeedFault(FeedFaultCode.NotDecompressible), exception);
        }
    }
}
