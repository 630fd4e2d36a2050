namespace AiNewsBot.Discord.Rest;

/// <summary>Follows the frames of HTTP/2 (RFC 9113, section 4.1) in what is read, however it is cut, until one by which the server takes no
/// more requests.</summary>
internal sealed class GoAwayScanner
{
    private const byte GoAway = 7;

    private readonly byte[] _header = new byte[9];
    private int _filled;
    private int _payload;

    /// <summary>Whether there was one.</summary>
    public bool IsFound { get; private set; }

    /// <summary>Looks at the bytes that come next.</summary>
    public void Scan(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var skipped = Math.Min(_payload, bytes.Length);
            _payload -= skipped;
            bytes = bytes[skipped..];
            var taken = Math.Min(_header.Length - _filled, bytes.Length);
            bytes[..taken].CopyTo(_header.AsSpan(_filled));
            _filled += taken;
            bytes = bytes[taken..];
            if (_filled < _header.Length)
                return;
            _filled = 0;
            _payload = (_header[0] << 16) | (_header[1] << 8) | _header[2];
            IsFound |= _header[3] == GoAway;
        }
    }
}
