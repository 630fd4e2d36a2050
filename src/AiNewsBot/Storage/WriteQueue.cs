namespace AiNewsBot.Storage;

/// <summary>The transactions of this process, one at a time.</summary>
internal sealed class WriteQueue : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly AsyncLocal<bool> _isWriting = new();

    /// <summary>Whether what asks is part of the transaction that has its turn.</summary>
    public bool IsWriting => _isWriting.Value;

    /// <param name="cancellationToken">Ends the wait for its turn.</param>
    public async Task<T> RunAsync<T>(Func<Task<T>> transaction, CancellationToken cancellationToken)
    {
        if (_isWriting.Value)
            throw new InvalidOperationException("A transaction was begun within another one, for which it would wait for ever.");
        await _turn.WaitAsync(cancellationToken);
        _isWriting.Value = true;
        try
        {
            return await transaction();
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Waits until the last one has ended.</summary>
    public void Drain() => _turn.Wait();

    public void Dispose() => _turn.Dispose();
}
