namespace AiNewsBot.Feeds.Fetching;

/// <summary>A body as it comes over the wire, up to a limit.</summary>
internal sealed class LimitedStream(Stream inner, long limit) : ReadOnlyStream(inner)
{
    /// <summary>How many bytes at the end of the body are kept.</summary>
    public const int EndLength = 8;

    private readonly byte[] _peeked = new byte[1];
    private bool _hasPeeked;
    private byte[] _end = [];
    private long _count;

    /// <summary>The last bytes that came.</summary>
    public ReadOnlySpan<byte> End => _end;

    /// <summary>The first byte, which the next read gives again; null at the end.</summary>
    public async ValueTask<byte?> PeekAsync(CancellationToken cancellationToken)
    {
        _hasPeeked = await ReadAsync(_peeked, cancellationToken) == 1;
        return _hasPeeked ? _peeked[0] : null;
    }

    /// <exception cref="FetchException">The body is beyond the limit.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_hasPeeked && buffer.Length > 0)
        {
            _hasPeeked = false;
            buffer.Span[0] = _peeked[0];
            return 1;
        }

        var read = await Inner.ReadAsync(buffer, cancellationToken);
        if (read > 0)
            _end =
                read >= EndLength
                    ? buffer.Span[(read - EndLength)..read].ToArray()
                    : [.. _end.AsSpan(Math.Max(0, _end.Length + read - EndLength)), .. buffer.Span[..read]];
        return (_count += read) <= limit
            ? read
            : throw new FetchException(new FeedFault(FeedFaultCode.AnswerTooLarge, SizeFormatter.Text(limit)));
    }
}
