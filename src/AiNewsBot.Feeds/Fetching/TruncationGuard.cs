namespace AiNewsBot.Feeds.Fetching;

/// <summary>
/// A packed body on its way to the framework's decoder of Brotli, zlib or deflate, which asks for no more once it has met the end of the
/// packed data, and takes the end of what came for it otherwise. A decoder that reads on to the end of the body has thus been left without
/// the rest.
/// </summary>
internal sealed class TruncationGuard(Stream inner) : Stream
{
    private bool _isEmpty = true;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="FetchException">The body was cut short.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        if (read == 0 && !buffer.IsEmpty && !_isEmpty)
            throw new FetchException(FetchException.CutShort);
        _isEmpty &= read == 0;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() { }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
