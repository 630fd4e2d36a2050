namespace AiNewsBot.Feeds.Fetching;

/// <summary>
/// Memory for bodies while they are read. Of its own, because the shared pool keeps too few arrays for a large body: under a hundred
/// hostile feeds the rest piled up faster than it was collected. What an attack has made it grow to is given back when the last body is
/// read.
/// </summary>
internal sealed class BufferPool
{
    /// <summary>Of a piece, in bytes: below the size from which arrays are collected late.</summary>
    public const int Size = 64 * 1024;

    private const int KeptWhenIdle = 16;

    private readonly Lock _lock = new();
    private readonly Stack<byte[]> _free = new();
    private int _taken;

    public byte[] Rent()
    {
        lock (_lock)
        {
            _taken++;
            if (_free.TryPop(out var piece))
                return piece;
        }

        return GC.AllocateUninitializedArray<byte>(Size);
    }

    public void Return(List<byte[]> pieces)
    {
        lock (_lock)
        {
            pieces.ForEach(_free.Push);
            _taken -= pieces.Count;
            while (_taken == 0 && _free.Count > KeptWhenIdle)
                _free.Pop();
        }
    }
}
