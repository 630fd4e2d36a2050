namespace AiNewsBot.Feeds.Fetching;

/// <summary>The time that a fetch may spend on servers, over all its requests.</summary>
internal sealed class TimeBudget(TimeSpan limit, TimeProvider time)
{
    private TimeSpan _left = limit;

    private TimeProvider Time => time;

    /// <summary>Spends until the result is disposed.</summary>
    public Spending Begin(CancellationToken cancellationToken) => new(this, cancellationToken);

    /// <summary>A stretch of time that counts.</summary>
    internal sealed class Spending : IDisposable
    {
        private readonly TimeBudget _budget;
        private readonly long _start;
        private readonly CancellationTokenSource _limit;
        private readonly CancellationTokenSource _either;

        public Spending(TimeBudget budget, CancellationToken cancellationToken)
        {
            _budget = budget;
            _start = budget.Time.GetTimestamp();
            _limit = new CancellationTokenSource(budget._left, budget.Time);
            _either = CancellationTokenSource.CreateLinkedTokenSource(_limit.Token, cancellationToken);
        }

        /// <summary>Cancelled when nothing is left.</summary>
        public CancellationToken Token => _either.Token;

        public bool IsOver => _limit.IsCancellationRequested;

        public void Dispose()
        {
            var left = _budget._left - _budget.Time.GetElapsedTime(_start);
            _budget._left = left > TimeSpan.Zero ? left : TimeSpan.Zero;
            _either.Dispose();
            _limit.Dispose();
        }
    }
}
