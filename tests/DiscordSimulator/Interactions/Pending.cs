namespace DiscordSimulator.Interactions;

/// <summary>An interaction that waits for its answer.</summary>
internal sealed class Pending(string id, string token, int type, long began)
{
    private readonly TaskCompletionSource<SimulatedReply> _reply = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _deferred = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _acknowledged;

    public string Id { get; } = id;

    public string Token { get; } = token;

    public int Type { get; } = type;

    /// <summary>When it began: its deadline counts from here.</summary>
    public long Began { get; } = began;

    /// <summary>When it left for the bot: from here on the bot's time is counted.</summary>
    public long Left { get; set; } = began;

    public bool IsPrivate { get; private set; }

    public Task<SimulatedReply> Reply => _reply.Task;

    public Task WasDeferred => _deferred.Task;

    public bool TryAcknowledge() => Interlocked.Exchange(ref _acknowledged, 1) == 0;

    public void Deferred(bool isPrivate)
    {
        IsPrivate = isPrivate;
        _deferred.TrySetResult();
    }

    public void Answered(SimulatedReply reply) => _reply.TrySetResult(reply);

    public void Failed(Exception exception) => _reply.TrySetException(exception);

    public void Late() => _reply.TrySetException(new TimeoutException("the first answer came after three seconds"));
}
