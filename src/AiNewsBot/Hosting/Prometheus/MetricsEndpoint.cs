namespace AiNewsBot.Hosting.Prometheus;

/// <summary>What /metrics answers. Nothing is measured where it is off.</summary>
/// <param name="state">The gauges; null where it is off.</param>
internal sealed class MetricsEndpoint(StateMeter? state) : IDisposable
{
    private readonly MetricCollector? _collector = state is null ? null : new MetricCollector(state);

    /// <summary>The answer; null where it is off.</summary>
    public async Task<string?> AnswerAsync()
    {
        if (state is null)
            return null;
        await state.RefreshAsync();
        return PrometheusText.Write(_collector!);
    }

    public void Dispose() => _collector?.Dispose();
}
