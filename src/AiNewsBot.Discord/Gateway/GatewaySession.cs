namespace AiNewsBot.Discord.Gateway;

/// <summary>What it takes to resume: it outlives the connection.</summary>
internal sealed class GatewaySession
{
    private const long None = -1;
    private long _sequence = None;

    /// <summary>Its id; null before READY.</summary>
    public string? Id { get; private set; }

    /// <summary>Where it is resumed.</summary>
    public Uri? ResumeUrl { get; private set; }

    /// <summary>The number of the last event; null before the first. Heartbeats read it while events write it.</summary>
    public long? Sequence => Interlocked.Read(ref _sequence) is >= 0 and var sequence ? sequence : null;

    public bool CanResume => Id is not null && Sequence is not null;

    public void Begin(string id, Uri resumeUrl) => (Id, ResumeUrl) = (id, resumeUrl);

    public void SetSequence(long sequence) => Interlocked.Exchange(ref _sequence, sequence);

    public void Reset()
    {
        (Id, ResumeUrl) = (null, null);
        Interlocked.Exchange(ref _sequence, None);
    }
}
