using System.Buffers;
using System.IO.Compression;

namespace AiNewsBot.Discord.Gateway;

/// <summary>Inflates zlib-stream transport compression: one context for the whole connection, a payload ends with 00 00 FF FF.</summary>
internal sealed class Inflater : IDisposable
{
    private readonly RefillStream _compressed = new();
    private readonly ZLibStream _zlib;
    private readonly ArrayBufferWriter<byte> _plain = new(16 * 1024);

    public Inflater() => _zlib = new ZLibStream(_compressed, CompressionMode.Decompress);

    /// <summary>Whether the bytes end a payload.</summary>
    public static bool EndsPayload(ReadOnlySpan<byte> bytes) => bytes.EndsWith((ReadOnlySpan<byte>)[0, 0, 0xFF, 0xFF]);

    /// <summary>The payload of the bytes; valid until the next call.</summary>
    /// <exception cref="InvalidDataException">The stream is broken, and with it the rest of the connection.</exception>
    public ReadOnlyMemory<byte> Inflate(ReadOnlyMemory<byte> bytes)
    {
        _compressed.Refill(bytes);
        _plain.ResetWrittenCount();
        while (true)
        {
            var read = _zlib.Read(_plain.GetSpan(4096));
            if (read == 0)
                return _plain.WrittenMemory;
            _plain.Advance(read);
        }
    }

    public void Dispose()
    {
        _zlib.Dispose();
        _compressed.Dispose();
    }

    /// <summary>A stream whose end is only the end for now.</summary>
    private sealed class RefillStream : Stream
    {
        private ReadOnlyMemory<byte> _bytes;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public void Refill(ReadOnlyMemory<byte> bytes) => _bytes = bytes;

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var count = Math.Min(buffer.Length, _bytes.Length);
            _bytes.Span[..count].CopyTo(buffer);
            _bytes = _bytes[count..];
            return count;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
