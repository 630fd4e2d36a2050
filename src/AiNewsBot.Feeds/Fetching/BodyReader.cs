namespace AiNewsBot.Feeds.Fetching;

/// <summary>Reads bodies to their end or to the limits.</summary>
internal sealed class BodyReader(FetchLimits limits) : IDisposable
{
    private const int Piece = BufferPool.Size;

    private readonly BufferPool _pool = new();
    private readonly SemaphoreSlim _large = new(limits.LargeBodiesAtOnce);

    /// <exception cref="FetchException">It is beyond a limit.</exception>
    public async Task<byte[]> ReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (answer.Content.Headers.ContentLength > limits.BytesOnTheWire)
            throw new FetchException($"The answer is larger than {SizeFormatter.Text(limits.BytesOnTheWire)}.");
        await using var wire = new LimitedStream(await answer.Content.ReadAsStreamAsync(cancellationToken), limits.BytesOnTheWire);
        var encodings = ResponseHeaders.EncodingsOf(answer);
        await using var body = await ContentDecoder.OpenAsync(wire, encodings, cancellationToken);
        var whole = await ReadAsync(body, cancellationToken);

        // As TruncationGuard sees to the other forms: the framework's reader takes the end of what came for the end of the body.
        return encodings is not ["gzip" or "x-gzip"] || GzipTrailer.Ends(whole, wire.End)
            ? whole
            : throw new FetchException(FetchException.CutShort);
    }

    public void Dispose() => _large.Dispose();

    // In pieces, and not in an array of the announced length: a server could announce much and send nothing.
    private async Task<byte[]> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        var pieces = new List<byte[]>();
        var length = 0L;
        var isLarge = false;
        try
        {
            for (int read; (read = await ReadPieceAsync(body, Room(pieces, length), cancellationToken)) > 0; )
            {
                length += read;
                if (length > limits.Bytes)
                    throw new FetchException($"The feed is larger than {SizeFormatter.Text(limits.Bytes)}.");
                if (length > limits.LargeBody && !isLarge)
                {
                    await _large.WaitAsync(cancellationToken);
                    isLarge = true;
                }
            }

            return Join(pieces, (int)length);
        }
        finally
        {
            _pool.Return(pieces);
            if (isLarge)
                _large.Release();
        }
    }

    private static async ValueTask<int> ReadPieceAsync(Stream body, Memory<byte> room, CancellationToken cancellationToken)
    {
        try
        {
            return await body.ReadAsync(room, cancellationToken);
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException)
        {
            // The one is gzip's fault, the other Brotli's.
            throw new FetchException("The response cannot be decompressed.", exception);
        }
    }

    private Memory<byte> Room(List<byte[]> pieces, long length)
    {
        if (length == (long)pieces.Count * Piece)
            pieces.Add(_pool.Rent());
        return pieces[^1].AsMemory((int)(length % Piece), Piece - (int)(length % Piece));
    }

    private static byte[] Join(List<byte[]> pieces, int length)
    {
        var body = GC.AllocateUninitializedArray<byte>(length);
        for (var i = 0; i * Piece < length; i++)
            pieces[i].AsSpan(0, Math.Min(Piece, length - i * Piece)).CopyTo(body.AsSpan(i * Piece));
        return body;
    }
}
