using System.Buffers;
using System.Reflection;

namespace AiNewsBot.Facts.Text;

/// <summary>A file that is embedded in an assembly, where the system has mapped it: no copy of it is made, and what is not read takes no
/// memory.</summary>
public static class EmbeddedFile
{
    /// <summary>The content of a file. It stays valid: an assembly is never unmapped.</summary>
    /// <exception cref="FileNotFoundException">The assembly has no such file.</exception>
    public static ReadOnlyMemory<byte> Read(Assembly assembly, string name)
    {
        using var stream =
            assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException($"'{name}' is not embedded in the program", name);
        return new MappedBytes((UnmanagedMemoryStream)stream).Memory;
    }

    private sealed unsafe class MappedBytes(UnmanagedMemoryStream stream) : MemoryManager<byte>
    {
        private readonly byte* _start = stream.PositionPointer;
        private readonly int _length = checked((int)stream.Length);

        public override Span<byte> GetSpan() => new(_start, _length);

        public override MemoryHandle Pin(int elementIndex = 0) => new(_start + elementIndex);

        public override void Unpin() { }

        protected override void Dispose(bool disposing) { }
    }
}
