using System.Runtime.CompilerServices;

namespace AiNewsBot.Discord.Rest;

/// <summary>The stream of a connection. It tells, once, when no request can begin on it any more: it was closed, or the server said that it
/// will be while answers are still on their way.</summary>
internal sealed class WatchedStream(Stream inner, bool isHttp2, Action ended) : Stream
{
    private readonly GoAwayScanner? _frames = isHttp2 ? new GoAwayScanner() : null;
    private bool _isEnded;

    public override bool CanRead => inner.CanRead;

    public override bool CanSeek => false;

    public override bool CanWrite => inner.CanWrite;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush() => inner.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_frames is null)
            return inner.ReadAsync(buffer, cancellationToken);

        // With the next read: the pool has dealt with what it read by then, and begins nothing more here.
        if (_frames.IsFound)
            End();
        return ScanAsync(_frames, buffer, cancellationToken);
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        inner.WriteAsync(buffer, offset, count, cancellationToken);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        inner.WriteAsync(buffer, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
        End();
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> ScanAsync(GoAwayScanner frames, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var count = await inner.ReadAsync(buffer, cancellationToken);
        frames.Scan(buffer.Span[..count]);
        return count;
    }

    private void End()
    {
        if (!Interlocked.Exchange(ref _isEnded, true))
            ended();
    }
}
