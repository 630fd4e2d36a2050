namespace AiNewsBot.Feeds.Fetching;

/// <summary>
/// A packed body on its way to the framework's decoder of Brotli, zlib or deflate, which asks for no more once it has met the end of the
/// packed data, and takes the end of what came for it otherwise. A decoder that reads on to the end of the body has thus been left without
/// the rest.
/// </summary>
internal sealed class TruncationGuard(Stream inner) : ReadOnlyStream(inner)
{
    private bool _isEmpty = true;

    /// <exception cref="FetchException">The body was cut short.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await Inner.ReadAsync(buffer, cancellationToken);
        if (read == 0 && !buffer.IsEmpty && !_isEmpty)
            throw new FetchException(new FeedFault(FeedFaultCode.AnswerCutShort));
        _isEmpty &= read == 0;
        return read;
    }
}
