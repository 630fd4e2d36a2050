using System.Text;

namespace AiNewsBot.Feeds.Parsing.Encodings;

/// <summary>UTF-8 with stray bytes of Windows-1252: they are read as what they are, and the rest as UTF-8.</summary>
internal static class MixedUtf8
{
    public static Encoding Encoding { get; } = (Encoding)new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).Clone();

    static MixedUtf8() => Encoding.DecoderFallback = new SingleByteFallback();

    /// <summary>Whether more of what is beyond ASCII is UTF-8 than is not.</summary>
    public static bool IsMatch(ReadOnlySpan<byte> body)
    {
        var (fitting, unfitting) = (0, 0);
        for (var rest = body; !rest.IsEmpty; )
        {
            var status = Rune.DecodeFromUtf8(rest, out var rune, out var length);
            if (status != System.Buffers.OperationStatus.Done)
                unfitting++;
            else if (!rune.IsAscii)
                fitting++;
            rest = rest[length..];
        }

        return fitting > unfitting || fitting + unfitting == 0;
    }

    private sealed class SingleByteFallback : DecoderFallback
    {
        // A sequence that breaks off is up to three bytes.
        public override int MaxCharCount => 3;

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new SingleByteBuffer();
    }

    private sealed class SingleByteBuffer : DecoderFallbackBuffer
    {
        private string _characters = "";
        private int _next;

        public override int Remaining => _characters.Length - _next;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            (_characters, _next) = (Charsets.Windows1252.GetString(bytesUnknown), 0);
            return true;
        }

        public override char GetNextChar() => _next < _characters.Length ? _characters[_next++] : '\0';

        public override bool MovePrevious()
        {
            if (_next == 0)
                return false;
            _next--;
            return true;
        }

        public override void Reset() => (_characters, _next) = ("", 0);
    }
}
